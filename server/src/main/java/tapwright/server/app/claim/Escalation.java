package tapwright.server.app.claim;

import java.time.Instant;
import java.util.Map;
import tapwright.core.claim.ClaimState;
import tapwright.server.record.Records;
import tapwright.server.record.claim.Deadline;

/** What a missed deadline does to its claim: it is written down and told to whoever watches. */
public final class Escalation {

  private Escalation() {}

  /** Does nothing about a claim that is closed, or that is not on record. */
  public static void of(Records records, Deadline deadline, Instant now) {
    records
        .claims()
        .byId(deadline.seller(), deadline.claimId())
        .map(claim -> KnownClaim.of(records, claim))
        .filter(known -> known.file().standing().state() != ClaimState.CLOSED)
        .ifPresent(known -> escalate(records, known, deadline, now));
  }

  private static void escalate(Records records, KnownClaim known, Deadline deadline, Instant now) {
    ClaimTrail.add(
        records,
        known.claim(),
        Deed.ofDuty("tell-deadlines", now),
        new ClaimTrail.Happening(
            "escalated", Map.of("step", deadline.step(), "dueAt", deadline.dueAt().toString())));
  }
}
