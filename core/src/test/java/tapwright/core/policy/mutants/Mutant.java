package tapwright.core.policy.mutants;

/**
 * A pack with one thing changed.
 *
 * @param name what was changed, unique in its pack
 * @param clause the id of the clause that was changed; empty where it was something else
 * @param text the pack
 */
public record Mutant(String name, String clause, String text) {}
