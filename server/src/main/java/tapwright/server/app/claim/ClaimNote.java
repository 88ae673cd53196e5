package tapwright.server.app.claim;

/**
 * What is said with a step of a claim.
 *
 * @param version the version of the claim that who says it saw
 * @param cause why, in words; may be empty
 */
public record ClaimNote(long version, String cause) {}
