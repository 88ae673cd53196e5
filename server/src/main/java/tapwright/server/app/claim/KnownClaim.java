package tapwright.server.app.claim;

import java.time.Instant;
import java.util.function.Function;
import tapwright.core.card.SellerId;
import tapwright.core.claim.ClaimEvent;
import tapwright.core.claim.ClaimLife;
import tapwright.core.claim.ClaimMove;
import tapwright.core.claim.ClaimState;
import tapwright.server.app.Answer;
import tapwright.server.app.AppRefusal;
import tapwright.server.app.Shown;
import tapwright.server.record.Records;
import tapwright.server.record.claim.ClaimFile;
import tapwright.server.record.claim.StoredClaim;

/** A claim with its file, as both are in a work. */
record KnownClaim(StoredClaim claim, ClaimFile file) {

  /** Does something about the claim, where the seller has it. */
  static <T> Answer<T> with(
      Records records, SellerId seller, String claimId, Function<KnownClaim, Answer<T>> work) {
    return records
        .claims()
        .byId(seller, claimId)
        .map(claim -> work.apply(of(records, claim)))
        .orElseGet(() -> Answer.refused(AppRefusal.CLAIM_UNKNOWN.with("claim", Shown.of(claimId))));
  }

  static KnownClaim of(Records records, StoredClaim claim) {
    return new KnownClaim(
        claim,
        records
            .claimFiles()
            .of(claim)
            .orElseGet(() -> ClaimFile.of(claim, DecisionText.amount(claim))));
  }

  /** Stores how the claim stands from now on; answers it so. */
  KnownClaim change(Records records, ClaimFile.Standing next, Instant now) {
    if (records.claimFiles().of(claim).isEmpty()) {
      records.claimFiles().add(file);
    }
    ClaimFile changed = file.now(next, now);
    records.claimFiles().change(changed);
    return new KnownClaim(claim, changed);
  }

  /** The state after the event, or why it cannot happen. */
  Answer<ClaimState> after(ClaimEvent event) {
    return switch (ClaimLife.apply(file.standing().state(), event)) {
      case ClaimMove.Moved moved -> Answer.done(moved.state());
      case ClaimMove.Refused refused -> Answer.refused(refused.refusal());
    };
  }
}
