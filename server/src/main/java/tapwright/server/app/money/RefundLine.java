package tapwright.server.app.money;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import tapwright.server.app.Answer;
import tapwright.server.app.Caller;
import tapwright.server.app.IdSource;
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

  /** Who names the amount of a refund says that much goes back, whatever went before. */
  private static final boolean BY_HAND = true;

  /** Longer than any call to a provider takes, so that nobody takes up a call that still runs. */
  static final Duration CALL_IS_OVER = Duration.ofMinutes(2);

  private final Ledger ledger;
  private final PayRefund pay;
  private final Terms terms;
  private final InstantSource clock;

  /**
   * What refunds are made by.
   *
   * @param reserve keeps the money back
   * @param ids gives each its key
   */
  public record Terms(ReserveRefunds reserve, IdSource ids) {}

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
                            () -> reserved(records, order, told, new Asked(caller, id, request)),
                            done -> done.refund().id())));
  }

  private record Asked(Caller caller, String id, RefundRequest request) {}

  private Answer<Reservation> reserved(
      Records records, Order order, Circumstance told, Asked asked) {
    RefundRequest request = asked.request();
    ReserveRefunds.Wish wish =
        new ReserveRefunds.Wish(
            told, asked.caller().role(), request.claim(), request.owedBy(), BY_HAND);
    ReserveRefunds.Part part =
        new ReserveRefunds.Part(asked.id(), request.line(), request.amount());
    return switch (terms.reserve().reserve(records, order, wish, List.of(part))) {
      case Answer.Done<List<StoredRefund>> done ->
          Answer.done(new Reservation(done.value().getFirst(), true));
      case Answer.Refused<List<StoredRefund>> refused -> Answer.refused(refused.refusal());
    };
  }
}
