package tapwright.server.app.claim;

/**
 * How a claim is closed.
 *
 * @param note the version that was seen, and why
 * @param dropsTasks whether tasks that are open are given up by it; else they keep it open
 */
public record Closing(ClaimNote note, boolean dropsTasks) {}
