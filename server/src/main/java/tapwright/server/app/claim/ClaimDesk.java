package tapwright.server.app.claim;

import java.time.InstantSource;
import tapwright.server.record.Ledger;

/** What can be done about claims and the goods that come back. */
public record ClaimDesk(
    DecideClaims decide,
    SeeClaims see,
    RunClaims run,
    RunTasks tasks,
    KeepEvidence evidence,
    RunReturns returns,
    InspectReturns inspections,
    TakeScans scans) {

  /**
   * All of it on one record.
   *
   * @param effects who carries out what follows
   */
  public static ClaimDesk on(
      Ledger ledger, ClaimMeans means, EffectDesk effects, InstantSource clock) {
    RunReturns returns = new RunReturns(ledger, means, effects, clock);
    return new ClaimDesk(
        new DecideClaims(ledger, means, effects, clock),
        new SeeClaims(ledger, means.seal()),
        new RunClaims(ledger, means, effects, clock),
        new RunTasks(ledger, clock),
        new KeepEvidence(ledger, means, effects, clock),
        returns,
        new InspectReturns(ledger, returns, clock),
        new TakeScans(ledger, means, effects, clock));
  }
}
