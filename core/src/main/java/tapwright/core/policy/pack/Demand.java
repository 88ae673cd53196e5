package tapwright.core.policy.pack;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import tapwright.core.policy.fact.Evidence;

/**
 * Something that must come with the claim.
 *
 * @param alternatives kinds of evidence of which one is enough
 * @param when under what further condition it is asked for
 */
public record Demand(Set<Evidence> alternatives, Condition when) {

  public Demand {
    if (alternatives.isEmpty()) {
      throw new IllegalArgumentException("alternatives is empty, allowed is at least one");
    }
    alternatives = Collections.unmodifiableSet(EnumSet.copyOf(alternatives));
  }

  /** Whether it is asked for and did not come. */
  public boolean isUnmet(Situation situation) {
    return when.truth(situation) == Truth.TRUE
        && Collections.disjoint(alternatives, situation.claim().evidence());
  }
}
