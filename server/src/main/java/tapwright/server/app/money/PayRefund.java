package tapwright.server.app.money;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tapwright.core.money.RefundState;
import tapwright.core.trail.TrailEntry;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.money.StoredRefund;

/**
 * Takes a refund that is reserved to the payment provider, outside of any transaction, and puts on
 * record what came of it.
 *
 * <p>The provider's idempotency key is the refund's own: whoever calls again, after whatever
 * happened, pays no second time. What the provider did not answer is unknown, and asked about again
 * ({@link ReconcileRefunds}).
 */
public final class PayRefund {

  /**
   * After this a key may be forgotten by the provider, who keeps it for a day at least, so a call
   * with it may pay anew; it leaves an hour for clocks that differ.
   */
  static final Duration KEY_HOLDS = Duration.ofHours(23);

  /** After this nothing that was sent before is on its way any more. */
  static final Duration NOTHING_COMES = Duration.ofHours(25);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final int MOST_DOUBLINGS = 9;

  private final Ledger ledger;
  private final Payments payments;
  private final InstantSource clock;

  public PayRefund(Ledger ledger, Payments payments, InstantSource clock) {
    this.ledger = ledger;
    this.payments = payments;
    this.clock = clock;
  }

  /** Asks the provider to pay it. */
  public CompletableFuture<StoredRefund> pay(StoredRefund refund, TrailEntry.By by) {
    return answered(payments.refund(wanted(refund)))
        .thenCompose(outcome -> settle(refund, outcome, by));
  }

  /**
   * The same for one of several that were reserved together, so that time has gone by since: it is
   * this call's from now on, unless somebody took it up.
   */
  public CompletableFuture<StoredRefund> payNext(StoredRefund refund, TrailEntry.By by) {
    Instant over = clock.instant().plus(RefundLine.CALL_IS_OVER);
    return ledger
        .write(refund.order().seller(), records -> takenOver(records, refund, over))
        .thenCompose(
            ours ->
                ours.isPresent() ? pay(ours.get(), by) : CompletableFuture.completedFuture(refund));
  }

  private static Optional<StoredRefund> takenOver(
      Records records, StoredRefund seen, Instant over) {
    StoredRefund known = records.money().refund(seen.order(), seen.id()).orElseThrow();
    if (known.refund().state() != RefundState.RESERVED || !nextAt(known).equals(nextAt(seen))) {
      return Optional.empty();
    }
    StoredRefund ours = known.askedAt(over);
    records.money().change(ours);
    return Optional.of(ours);
  }

  /** As the record keeps it. */
  private static Optional<Instant> nextAt(StoredRefund refund) {
    return refund.nextAt().map(at -> at.truncatedTo(ChronoUnit.MICROS));
  }

  /**
   * Asks the provider what became of it; asks it to pay only where it has nothing and still knows
   * the key of a call that may be on its way.
   */
  CompletableFuture<StoredRefund> takeUp(StoredRefund refund, TrailEntry.By by) {
    return answered(payments.find(wanted(refund)))
        .thenCompose(
            found ->
                found instanceof PaymentOutcome.None
                    ? missing(refund, by)
                    : settle(refund, found, by));
  }

  private CompletableFuture<StoredRefund> missing(StoredRefund refund, TrailEntry.By by) {
    Duration age = Duration.between(refund.createdAt(), clock.instant());
    if (refund.refund().state() == RefundState.PENDING) {
      return settle(refund, new PaymentOutcome.Silent("it knows nothing of it any more"), by);
    }
    if (age.compareTo(KEY_HOLDS) < 0) {
      return answered(payments.refund(wanted(refund)))
          .thenCompose(outcome -> settle(refund, afterAnother(outcome), by));
    }
    return settle(
        refund,
        age.compareTo(NOTHING_COMES) < 0
            ? new PaymentOutcome.Silent("its key may be forgotten")
            : new PaymentOutcome.Refused("it never arrived"),
        by);
  }

  /** A call that was refused says nothing of an earlier one, which may be on its way still. */
  private static PaymentOutcome afterAnother(PaymentOutcome outcome) {
    return outcome instanceof PaymentOutcome.Refused(String reason)
        ? new PaymentOutcome.Silent("refused when asked again: " + reason)
        : outcome;
  }

  /** A provider that fails in our own process has not said what it did either. */
  private static CompletableFuture<PaymentOutcome> answered(
      CompletableFuture<PaymentOutcome> answer) {
    return answer.exceptionally(
        failure -> new PaymentOutcome.Silent("the call failed: " + failure.getClass().getName()));
  }

  private static Payments.Wanted wanted(StoredRefund refund) {
    return new Payments.Wanted(
        refund.id(), refund.payment(), refund.refund().amount(), refund.order().id());
  }

  private CompletableFuture<StoredRefund> settle(
      StoredRefund refund, PaymentOutcome outcome, TrailEntry.By by) {
    Instant now = clock.instant();
    Circumstance told = new Circumstance(by, cause(outcome), now, now);
    return ledger.write(refund.order().seller(), records -> settle(records, refund, outcome, told));
  }

  private static StoredRefund settle(
      Records records, StoredRefund refund, PaymentOutcome outcome, Circumstance told) {
    StoredRefund known = records.money().refund(refund.order(), refund.id()).orElseThrow();
    Instant next = told.recordedAt().plus(pause(known.attempts()));
    StoredRefund after =
        switch (outcome) {
          case PaymentOutcome.Taken(String reference, RefundState state) ->
              known.answered(state, reference, Optional.of(next));
          case PaymentOutcome.Refused refused ->
              known.answered(RefundState.RELEASED, "", Optional.of(next));
          case PaymentOutcome.Silent silent ->
              known.answered(RefundState.UNKNOWN, "", Optional.of(next));
          case PaymentOutcome.None none ->
              known.answered(RefundState.UNKNOWN, "", Optional.of(next));
        };
    return new MoveMoney(records, refund.order(), told).report(after);
  }

  private static Duration pause(int attempts) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, MOST_DOUBLINGS));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  private static String cause(PaymentOutcome outcome) {
    return switch (outcome) {
      case PaymentOutcome.Taken taken -> "";
      case PaymentOutcome.Refused(String reason) -> reason;
      case PaymentOutcome.Silent(String reason) -> reason;
      case PaymentOutcome.None none -> "";
    };
  }
}
