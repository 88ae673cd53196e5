package tapwright.core.policy.decide;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tapwright.core.policy.Money;
import tapwright.core.policy.pack.Clause;
import tapwright.core.policy.pack.Effect;
import tapwright.core.policy.pack.Outcome;
import tapwright.core.policy.pack.Payer;
import tapwright.core.policy.pack.Step;

/**
 * What a pack says of one situation, before anything is explained.
 *
 * @param outcome what the claim gets
 * @param by the clauses that decide
 * @param over the clauses that applied and were defeated
 * @param missing what is asked for
 * @param effects what else is done
 * @param amount the money given back
 * @param shipping who pays it
 * @param due by when each step must be done
 * @param why why a person decides or something is asked; empty where clauses decide
 */
public record Verdict(
    Outcome outcome,
    List<Clause> by,
    List<Decision.Overridden> over,
    SortedSet<String> missing,
    Set<Effect> effects,
    @Nullable Money amount,
    @Nullable Payer shipping,
    Map<Step, Instant> due,
    String why) {

  public Verdict {
    by = List.copyOf(by);
    over = List.copyOf(over);
  }

  /** A person decides, because no clause does or several do not agree. */
  static Verdict review(List<Clause> by, List<Decision.Overridden> over, String why) {
    return new Verdict(Outcome.REVIEW, by, over, none(), Set.of(), null, null, Map.of(), why);
  }

  /** Nothing can be decided before this is known. */
  static Verdict needsInfo(
      List<Clause> by, List<Decision.Overridden> over, SortedSet<String> missing, String why) {
    return new Verdict(Outcome.NEEDS_INFO, by, over, missing, Set.of(), null, null, Map.of(), why);
  }

  static SortedSet<String> none() {
    return new TreeSet<>();
  }

  /** Whether the claim gets the same. */
  public boolean givesTheSameAs(Verdict other) {
    return outcome == other.outcome && effects.equals(other.effects);
  }
}
