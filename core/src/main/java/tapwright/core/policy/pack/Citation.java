package tapwright.core.policy.pack;

/**
 * A clause as a decision cites it.
 *
 * @param id its id in the pack
 * @param source where it stands in the published text
 * @param says what it says, in our own words
 */
public record Citation(String id, Source source, String says) {}
