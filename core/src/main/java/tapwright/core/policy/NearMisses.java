package tapwright.core.policy;

import java.util.ArrayList;
import java.util.List;

/** The clauses that one measurable condition kept from applying. */
final class NearMisses {

  private NearMisses() {}

  static List<Decision.NearMiss> of(Situation situation) {
    if (Resolution.isOlderThanThePack(situation)) {
      return List.of();
    }
    List<Decision.NearMiss> near = new ArrayList<>();
    for (Clause clause : situation.pack().deciding(situation.claim().kind())) {
      if (clause.when().truth(situation) == Truth.FALSE) {
        for (Miss miss : clause.when().misses(situation)) {
          near.add(new Decision.NearMiss(clause.citation(), miss));
        }
      }
    }
    return List.copyOf(near);
  }
}
