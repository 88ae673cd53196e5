package tapwright.server.app.claim;

import java.util.Optional;
import java.util.Set;
import tapwright.core.policy.Money;
import tapwright.core.policy.pack.Effect;
import tapwright.core.policy.pack.Outcome;

/**
 * What a person decides about a claim.
 *
 * @param version the version of the claim that the person saw
 * @param effects what else is done
 * @param amount how much money goes back, where that is said
 * @param reason why, in the words of the person
 */
public record Ruling(
    long version, Outcome outcome, Set<Effect> effects, Optional<Money> amount, String reason) {

  public Ruling {
    effects = Set.copyOf(effects);
  }
}
