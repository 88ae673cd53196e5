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
    FindReturns findReturns,
    InspectReturns inspections,
    TakeScans scans) {

  /** All of it on one record. */
  public static ClaimDesk on(Ledger ledger, ClaimMeans means, InstantSource clock) {
    RunReturns returns = new RunReturns(ledger, means, clock);
    return new ClaimDesk(
        new DecideClaims(ledger, means, clock),
        new SeeClaims(ledger, means.seal()),
        new RunClaims(ledger, means, clock),
        new RunTasks(ledger, clock),
        new KeepEvidence(ledger, means, clock),
        returns,
        new FindReturns(ledger),
        new InspectReturns(ledger, returns, clock),
        new TakeScans(ledger, means, clock));
  }
}
