package tapwright.core.policy.pack;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What follows when a clause decides.
 *
 * @param when under what further condition; of several variants the first that holds follows
 * @param outcome what the claim gets
 * @param effects what else is done at the decision
 * @param amount what money is given back; null where none is or none can be named
 * @param shipping who pays it; null where nothing is shipped or the clause does not say
 */
public record Then(
    Condition when,
    Outcome outcome,
    Set<Effect> effects,
    @Nullable AmountRule amount,
    @Nullable Payer shipping) {

  /** Whether the claim gets the same, whatever it costs. */
  public boolean givesTheSameAs(Then other) {
    return outcome == other.outcome && effects.equals(other.effects);
  }

  public Then {
    EnumSet<Effect> inOrder = EnumSet.noneOf(Effect.class);
    inOrder.addAll(effects);
    effects = Collections.unmodifiableSet(inOrder);
  }
}
