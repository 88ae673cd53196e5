package tapwright.server.app.claim;

import tapwright.server.record.Records;
import tapwright.server.record.claim.ClaimTask;
import tapwright.server.record.claim.StoredClaim;

/** Who carries out what follows of claims, in the work in which it follows. */
@FunctionalInterface
public interface EffectDesk {

  /** Leaves all of it to people. */
  EffectDesk PEOPLE = (records, wanted) -> {};

  /**
   * An effect that is wanted.
   *
   * @param claim the claim with its first decision
   * @param task what has to be done, in words of outcomes and effects
   */
  record Wanted(StoredClaim claim, ClaimTask task) {}

  void want(Records records, Wanted wanted);
}
