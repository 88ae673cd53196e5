package tapwright.core.policy.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tapwright.core.policy.Money;
import tapwright.core.policy.fact.Claim;
import tapwright.core.policy.fact.Facts;
import tapwright.core.policy.pack.Effect;
import tapwright.core.policy.pack.Notice;
import tapwright.core.policy.pack.Outcome;
import tapwright.core.policy.pack.Payer;
import tapwright.core.policy.pack.Step;

/**
 * A claim with its facts and what its decision must be.
 *
 * @param name what it is about
 * @param claim what is asked
 * @param facts what is known
 * @param expected what the decision must be
 */
public record GoldenCase(String name, Claim claim, Facts facts, Expected expected) {

  /**
   * What a case lists of its decision; what is null or empty is not checked.
   *
   * @param outcome equal
   * @param by the deciding clauses include these
   * @param over the overridden clauses include these
   * @param missing equal, as a set
   * @param effects equal, as a set
   * @param shipping equal
   * @param amount equal
   * @param due each equal
   * @param until equal
   * @param notices equal, as a set
   */
  public record Expected(
      @Nullable Outcome outcome,
      List<String> by,
      List<String> over,
      @Nullable Set<String> missing,
      @Nullable Set<Effect> effects,
      @Nullable Payer shipping,
      @Nullable Money amount,
      Map<Step, Instant> due,
      @Nullable Instant until,
      @Nullable Set<Notice> notices) {

    public Expected {
      by = List.copyOf(by);
      over = List.copyOf(over);
      due = Map.copyOf(due);
    }
  }
}
