package tapwright.core.policy.decide;

import java.util.ArrayList;
import java.util.List;
import tapwright.core.policy.pack.Clause;
import tapwright.core.policy.pack.ClauseKind;
import tapwright.core.policy.pack.Miss;
import tapwright.core.policy.pack.Situation;
import tapwright.core.policy.pack.Then;
import tapwright.core.policy.pack.Truth;

/** The clauses that one measurable condition kept from applying. */
public final class NearMisses {

  private NearMisses() {}

  /** Only those that would have changed what the claim gets: a second right to the same is none. */
  public static List<Decision.NearMiss> of(Situation situation, Verdict verdict) {
    if (Resolution.isOlderThanThePack(situation)) {
      return List.of();
    }
    List<Decision.NearMiss> near = new ArrayList<>();
    List<Clause> deciding = situation.pack().deciding(situation.claim().kind());
    for (int i = 0; i < deciding.size(); i++) {
      Clause clause = deciding.get(i);
      if (situation.applies(i, clause) == Truth.FALSE && wouldChange(clause, verdict)) {
        for (Miss miss : clause.when().misses(situation)) {
          near.add(new Decision.NearMiss(clause.citation(), miss));
        }
      }
    }
    return List.copyOf(near);
  }

  private static boolean wouldChange(Clause clause, Verdict verdict) {
    if (clause.kind() == ClauseKind.CONDITION) {
      return false;
    }
    for (Then then : clause.then()) {
      if (then.outcome() != verdict.outcome() || !then.effects().equals(verdict.effects())) {
        return true;
      }
    }
    return false;
  }
}
