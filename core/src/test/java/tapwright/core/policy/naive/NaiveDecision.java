package tapwright.core.policy.naive;

import java.time.Instant;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a claim gets.
 *
 * @param outcome what
 * @param by the clauses that decide
 * @param over the clauses that are defeated
 * @param missing what is asked for
 * @param effects what else is done
 * @param amount the money given back
 * @param shipping who pays it
 * @param due by when which step must be done
 */
public record NaiveDecision(
    String outcome,
    SortedSet<String> by,
    SortedSet<String> over,
    SortedSet<String> missing,
    SortedSet<String> effects,
    @Nullable String amount,
    @Nullable String shipping,
    SortedMap<String, Instant> due) {

  static NaiveDecision review(SortedSet<String> by, SortedSet<String> over) {
    return new NaiveDecision(
        "review", by, over, new TreeSet<>(), new TreeSet<>(), null, null, new TreeMap<>());
  }

  static NaiveDecision needsInfo(
      SortedSet<String> by, SortedSet<String> over, SortedSet<String> missing) {
    return new NaiveDecision(
        "needs-info", by, over, missing, new TreeSet<>(), null, null, new TreeMap<>());
  }

  /** Whether the claim gets and lacks the same, at the same party's cost. */
  boolean givesTheSameAs(NaiveDecision other) {
    return outcome.equals(other.outcome)
        && effects.equals(other.effects)
        && missing.equals(other.missing)
        && Objects.equals(shipping, other.shipping);
  }
}
