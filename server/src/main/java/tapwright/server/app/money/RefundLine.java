package tapwright.server.app.money;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tapwright.core.Refusal;
import tapwright.core.money.Capture;
import tapwright.core.money.OrderMoney;
import tapwright.core.money.Refund;
import tapwright.core.money.RefundState;
import tapwright.core.trail.Subject;
import tapwright.server.app.Answer;
import tapwright.server.app.AppRefusal;
import tapwright.server.app.Caller;
import tapwright.server.app.IdSource;
import tapwright.server.app.Shown;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.money.StoredRefund;
import tapwright.server.record.order.IdempotencyKey;
import tapwright.server.record.order.Order;

/**
 * Gives money back for a line of an order: it is reserved in one transaction, the provider is asked
 * outside of any, and what came of it is settled in another.
 *
 * <p>Whatever ends between these steps, the reservation stays and {@link ReconcileRefunds} goes on
 * from there; the record serialises refunds of one line.
 */
public final class RefundLine {

  /** Longer than any call to a provider takes, so that nobody takes up a call that still runs. */
  static final Duration CALL_IS_OVER = Duration.ofMinutes(2);

  private final Ledger ledger;
  private final PayRefund pay;
  private final Terms terms;
  private final InstantSource clock;

  /**
   * What refunds are made by.
   *
   * @param limits up to which sum support may refund
   * @param ids gives each its key
   */
  public record Terms(RefundLimits limits, IdSource ids) {}

  public RefundLine(Ledger ledger, PayRefund pay, Terms terms, InstantSource clock) {
    this.ledger = ledger;
    this.pay = pay;
    this.terms = terms;
    this.clock = clock;
  }

  /** Gives the money back; the same key with the same body answers how far it has come. */
  public CompletableFuture<Answer<StoredRefund>> refund(
      Caller caller, String number, IdempotencyKey key, RefundRequest request) {
    return reserve(caller, number, key, request)
        .thenCompose(
            answer ->
                switch (answer) {
                  case Answer.Done<Reservation>(Reservation(StoredRefund refund, boolean isNew)) ->
                      (isNew
                              ? pay.pay(refund, Circumstance.by(caller))
                              : CompletableFuture.completedFuture(refund))
                          .thenApply(Answer::done);
                  case Answer.Refused<Reservation> refused ->
                      CompletableFuture.completedFuture(Answer.refused(refused.refusal()));
                });
  }

  /**
   * Money that is kept back.
   *
   * @param isNew whether it was not before, so that the provider is still to be asked
   */
  record Reservation(StoredRefund refund, boolean isNew) {}

  /** The first step alone: nobody else is asked yet. */
  CompletableFuture<Answer<Reservation>> reserve(
      Caller caller, String number, IdempotencyKey key, RefundRequest request) {
    // Drawn once, however often the work runs: it is the provider's key as well.
    String id = terms.ids().next();
    Instant now = clock.instant();
    Circumstance told = Circumstance.of(caller, request.cause(), now);
    return ledger.write(
        caller.seller(),
        records ->
            OrderOfMoney.with(
                records,
                caller,
                number,
                (order, subject) ->
                    new Once(records, subject, "refund", now)
                        .answer(
                            key,
                            known ->
                                new Reservation(
                                    records.money().refund(subject, known).orElseThrow(), false),
                            () ->
                                refusal(records, caller, order, request)
                                    .<Answer<Reservation>>map(Answer::refused)
                                    .orElseGet(() -> reserve(records, told, id, request, subject)),
                            done -> done.refund().id())));
  }

  private Optional<Refusal> refusal(
      Records records, Caller caller, Order order, RefundRequest request) {
    return wrongClaim(records, order, request.claim())
        .or(
            () ->
                terms
                    .limits()
                    .refusal(
                        caller.role(),
                        request.amount(),
                        records.money().of(OrderOfMoney.subject(order)).total()));
  }

  private static Optional<Refusal> wrongClaim(Records records, Order order, String claim) {
    if (claim.isEmpty()) {
      return Optional.empty();
    }
    return records
        .claims()
        .byId(order.seller(), claim)
        .map(
            found ->
                found.orderId().equals(order.id())
                    ? Optional.<Refusal>empty()
                    : Optional.of(
                        PaymentRefusal.CLAIM_ELSEWHERE.with(
                            "claim", claim, "order", order.number())))
        .orElseGet(() -> Optional.of(AppRefusal.CLAIM_UNKNOWN.with("claim", Shown.of(claim))));
  }

  private static Answer<Reservation> reserve(
      Records records, Circumstance told, String id, RefundRequest request, Subject order) {
    Capture capture = records.money().of(order).captures().get(request.line());
    StoredRefund wanted =
        new StoredRefund(
            order,
            new Refund(id, request.line(), request.amount(), RefundState.RESERVED),
            capture == null ? "" : capture.payment(),
            request.claim(),
            "",
            0,
            told.recordedAt(),
            Optional.of(told.recordedAt().plus(CALL_IS_OVER)));
    return switch (new MoveMoney(records, order, told).reserve(wanted)) {
      case Answer.Done<OrderMoney> done -> Answer.done(new Reservation(wanted, true));
      case Answer.Refused<OrderMoney> refused -> Answer.refused(refused.refusal());
    };
  }
}
