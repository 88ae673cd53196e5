package tapwright.server.app.money;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import tapwright.core.trail.TrailEntry;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.money.StoredRefund;

/**
 * Finds out what became of refunds of which nobody knows: those that the provider did not answer,
 * those that it has not done yet, and those whose node died between reserving and settling.
 *
 * <p>The provider is asked outside of the record, so no transaction can hold a refund meanwhile:
 * whoever takes one up puts its next time off in a transaction first, and no other node takes it up
 * until then. Should two ask all the same, the provider's key keeps it from paying twice.
 */
public final class ReconcileRefunds {

  private static final int PART = 20;
  private static final TrailEntry.By US = new TrailEntry.By("reconcile-refunds", "duty");

  private final Ledger ledger;
  private final PayRefund pay;
  private final InstantSource clock;

  public ReconcileRefunds(Ledger ledger, PayRefund pay, InstantSource clock) {
    this.ledger = ledger;
    this.pay = pay;
    this.clock = clock;
  }

  /** Asks about each refund whose time has come; how many these were. */
  public CompletableFuture<Integer> round() {
    return isDue()
        .thenCompose(
            due -> due ? takenUp() : CompletableFuture.completedFuture(List.<StoredRefund>of()))
        .thenCompose(this::each);
  }

  private CompletableFuture<Boolean> isDue() {
    Instant now = clock.instant();
    return ledger.readAcrossSellers(records -> !records.money().due(now, 1).isEmpty());
  }

  /** Those that are ours until their next time. */
  private CompletableFuture<List<StoredRefund>> takenUp() {
    Instant now = clock.instant();
    return ledger.writeAcrossSellers(records -> takeUp(records, now));
  }

  private static List<StoredRefund> takeUp(Records records, Instant now) {
    List<StoredRefund> due = records.money().due(now, PART);
    due.forEach(
        refund -> records.money().change(refund.askedAt(now.plus(RefundLine.CALL_IS_OVER))));
    return due;
  }

  private CompletableFuture<Integer> each(List<StoredRefund> refunds) {
    CompletableFuture<Integer> done = CompletableFuture.completedFuture(0);
    for (StoredRefund refund : refunds) {
      done = done.thenCompose(before -> pay.takeUp(refund, US).thenApply(settled -> before + 1));
    }
    return done;
  }
}
