package tapwright.core.policy.explain;

import java.util.List;
import java.util.Set;
import tapwright.core.policy.pack.Effect;
import tapwright.core.policy.pack.Outcome;

/**
 * What the same claim would get if one fact were another, all else equal.
 *
 * @param fact the name of the fact
 * @param was its value, in words
 * @param becomes the values that lead there, in words
 * @param suppose the same as the beginning of a sentence
 * @param outcome what the claim would get
 * @param effects what else would be done
 * @param by the clauses that would decide
 * @param isOfAnotherVersion whether the order would be older than the policy on file
 */
public record Counterfactual(
    String fact,
    String was,
    String becomes,
    String suppose,
    Outcome outcome,
    Set<Effect> effects,
    List<String> by,
    boolean isOfAnotherVersion) {

  public Counterfactual {
    effects = Set.copyOf(effects);
    by = List.copyOf(by);
  }
}
