package tapwright.server.app.money;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.money.Dispute;
import tapwright.core.money.OrderMoney;
import tapwright.core.trail.Subject;
import tapwright.core.trail.TrailEntry;
import tapwright.server.app.Answer;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;

/**
 * Takes what the payment provider tells of by itself, each notice once and in whatever order.
 *
 * <p>A notice of a payment that no order has yet is refused, so that the provider sends it again: a
 * dispute may be told before the shop has put the capture on record.
 */
public final class TakeNotice {

  private static final TrailEntry.By PROVIDER = new TrailEntry.By("payment provider", "provider");

  private final Ledger ledger;
  private final NoticeReader reader;
  private final InstantSource clock;

  public TakeNotice(Ledger ledger, NoticeReader reader, InstantSource clock) {
    this.ledger = ledger;
    this.reader = reader;
    this.clock = clock;
  }

  /** Takes the notice; whether it was new. */
  public CompletableFuture<Answer<Boolean>> take(String signature, Bytes body) {
    return switch (reader.read(signature, body, clock.instant())) {
      case Checked.Passed<PaymentNotice>(PaymentNotice notice) -> take(notice);
      case Checked.Refused<PaymentNotice>(Refusal refusal) ->
          CompletableFuture.completedFuture(Answer.refused(refusal));
    };
  }

  private CompletableFuture<Answer<Boolean>> take(PaymentNotice notice) {
    return switch (notice.content()) {
      case PaymentNotice.Other other -> CompletableFuture.completedFuture(Answer.done(false));
      case PaymentNotice.RefundSeen seen ->
          seen.key().isEmpty()
              ? CompletableFuture.completedFuture(Answer.done(false))
              : inBooks(seen.payments(), owned -> refund(owned, notice, seen));
      case PaymentNotice.DisputeSeen seen ->
          inBooks(seen.payments(), owned -> dispute(owned, notice, seen));
    };
  }

  /** A payment with the order that it belongs to, within a work of that order's seller. */
  private record Owned(Records records, String payment, Subject order, Instant now) {}

  @FunctionalInterface
  private interface Work {
    Answer<Boolean> on(Owned owned);
  }

  private CompletableFuture<Answer<Boolean>> inBooks(List<String> payments, Work work) {
    Instant now = clock.instant();
    return ledger.writeAcrossSellers(
        records ->
            owned(records, payments, now)
                .map(owned -> records.forSeller(owned.order().seller(), () -> work.on(owned)))
                .orElseGet(
                    () ->
                        Answer.refused(
                            PaymentRefusal.NOTICE_EARLY.with(
                                "payment", String.join(" or ", payments)))));
  }

  private static Optional<Owned> owned(Records records, List<String> payments, Instant now) {
    return payments.stream()
        .flatMap(
            payment ->
                records.money().orderOf(payment).stream()
                    .map(order -> new Owned(records, payment, order, now)))
        .findFirst();
  }

  /** A refund that is none of ours was made on the provider's own pages: it moves nothing here. */
  private static Answer<Boolean> refund(
      Owned owned, PaymentNotice notice, PaymentNotice.RefundSeen seen) {
    if (!take(owned, notice)) {
      return Answer.done(false);
    }
    owned
        .records()
        .money()
        .refund(owned.order(), seen.key())
        .ifPresent(
            refund ->
                move(owned, notice)
                    .report(
                        refund.answered(
                            seen.state(),
                            seen.reference(),
                            Optional.of(owned.now().plus(RefundLine.CALL_IS_OVER)))));
    return Answer.done(true);
  }

  /** A dispute that is told again changes nothing by itself. */
  private static Answer<Boolean> dispute(
      Owned owned, PaymentNotice notice, PaymentNotice.DisputeSeen seen) {
    return switch (move(owned, notice)
        .dispute(
            new Dispute(seen.id(), owned.payment(), seen.amount(), seen.status(), notice.at()))) {
      case Answer.Done<OrderMoney> done -> Answer.done(take(owned, notice));
      case Answer.Refused<OrderMoney> refused -> Answer.refused(refused.refusal());
    };
  }

  private static MoveMoney move(Owned owned, PaymentNotice notice) {
    return new MoveMoney(
        owned.records(), owned.order(), new Circumstance(PROVIDER, "", notice.at(), owned.now()));
  }

  private static boolean take(Owned owned, PaymentNotice notice) {
    return owned.records().money().take(owned.order(), notice.id(), owned.now());
  }
}
