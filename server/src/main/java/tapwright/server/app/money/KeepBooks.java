package tapwright.server.app.money;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.money.Capture;
import tapwright.core.money.Dispute;
import tapwright.core.money.MoneyEvent;
import tapwright.core.money.MoneyLife;
import tapwright.core.money.OrderMoney;
import tapwright.core.trail.Subject;
import tapwright.server.app.Answer;
import tapwright.server.app.Caller;
import tapwright.server.app.SentInstant;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.order.IdempotencyKey;
import tapwright.server.record.order.Order;

/** The books of an order's money: what came in, what is disputed, and how all of it stands. */
public final class KeepBooks {

  private final Ledger ledger;
  private final InstantSource clock;

  public KeepBooks(Ledger ledger, InstantSource clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /** How the money of the order with that number stands. */
  public CompletableFuture<Answer<MoneyView>> view(Caller caller, String number) {
    return ledger.read(
        caller.seller(),
        records ->
            OrderOfMoney.with(
                records,
                caller,
                number,
                (order, subject) -> Answer.done(view(records, order, subject))));
  }

  private static MoneyView view(Records records, Order order, Subject subject) {
    return new MoneyView(
        order.number(),
        records.money().of(subject),
        records.money().refunds(subject),
        records.trails().of(subject));
  }

  /** Puts on record what the customer paid, all lines or none; once for a key. */
  public CompletableFuture<Answer<MoneyView>> capture(
      Caller caller, String number, IdempotencyKey key, CaptureRequest request) {
    return once(
        new Asked(caller, number, "capture", key),
        request.at(),
        (records, order, told) -> capture(records, order, told, request));
  }

  /** Nothing is kept unless all can be: a refusal keeps what went before it. */
  private static Optional<Refusal> capture(
      Records records, Subject order, Circumstance told, CaptureRequest request) {
    Checked<OrderMoney> all = Checked.passed(records.money().of(order));
    for (Capture capture : request.captures()) {
      Optional<Subject> owner = records.money().orderOf(capture.payment());
      if (owner.isPresent() && !owner.get().equals(order)) {
        return Optional.of(PaymentRefusal.PAYMENT_TAKEN.with("payment", capture.payment()));
      }
      all = all.then(money -> MoneyLife.apply(money, new MoneyEvent.Captured(capture)));
    }
    if (all instanceof Checked.Refused<OrderMoney>(Refusal refusal)) {
      return Optional.of(refusal);
    }
    MoveMoney move = new MoveMoney(records, order, told);
    request.captures().forEach(move::capture);
    return Optional.empty();
  }

  /** Takes what somebody says of a dispute by hand; once for a key. */
  public CompletableFuture<Answer<MoneyView>> dispute(
      Caller caller, String number, IdempotencyKey key, DisputeReport report) {
    return once(
        new Asked(caller, number, "dispute", key),
        report.at(),
        (records, order, told) ->
            refusal(
                new MoveMoney(records, order, told)
                    .dispute(
                        new Dispute(
                            report.id(),
                            report.payment(),
                            report.amount(),
                            report.status(),
                            told.at()))));
  }

  private static Optional<Refusal> refusal(Answer<?> answer) {
    return answer instanceof Answer.Refused<?> refused
        ? Optional.of(refused.refusal())
        : Optional.empty();
  }

  private record Asked(Caller caller, String number, String act, IdempotencyKey key) {}

  /** What is done to the books; why it is not, where it is not. */
  @FunctionalInterface
  private interface Work {
    Optional<Refusal> of(Records records, Subject order, Circumstance told);
  }

  private CompletableFuture<Answer<MoneyView>> once(Asked asked, Optional<Instant> at, Work work) {
    Instant now = clock.instant();
    Optional<Refusal> outside = SentInstant.refusal(at, now);
    if (outside.isPresent()) {
      return CompletableFuture.completedFuture(Answer.refused(outside.get()));
    }
    Instant since = SentInstant.of(at, now).truncatedTo(ChronoUnit.MICROS);
    Circumstance told = new Circumstance(Circumstance.by(asked.caller()), "", since, now);
    return ledger.write(
        asked.caller().seller(),
        records ->
            OrderOfMoney.with(
                records,
                asked.caller(),
                asked.number(),
                (order, subject) ->
                    new Once(records, subject, asked.act(), now)
                        .answer(
                            asked.key(),
                            result -> view(records, order, subject),
                            () ->
                                work.of(records, subject, told)
                                    .<Answer<MoneyView>>map(Answer::refused)
                                    .orElseGet(() -> Answer.done(view(records, order, subject))),
                            done -> order.id())));
  }
}
