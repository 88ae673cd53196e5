package tapwright.server.app.subscription;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import tapwright.core.Bytes;
import tapwright.core.Refusal;
import tapwright.core.card.SellerId;
import tapwright.core.plan.Charge;
import tapwright.core.plan.PlanEvent;
import tapwright.core.plan.PlanLife;
import tapwright.core.trail.Subject;
import tapwright.server.app.Answer;
import tapwright.server.app.AppRefusal;
import tapwright.server.app.Caller;
import tapwright.server.app.IdSource;
import tapwright.server.app.SentInstant;
import tapwright.server.app.Shown;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.order.IdempotencyKey;
import tapwright.server.record.order.IdempotencyKeys;
import tapwright.server.record.subscription.Payer;
import tapwright.server.record.subscription.StoredSubscription;

/**
 * What shops and staff do to subscriptions. Whatever was due by now has happened before anything
 * else does, so that nobody acts on a term that is over.
 */
public final class RunSubscriptions {

  private final Ledger ledger;
  private final FindPayer findPayer = new FindPayer();
  private final IdSource ids;
  private final InstantSource clock;

  public RunSubscriptions(Ledger ledger, IdSource ids, InstantSource clock) {
    this.ledger = ledger;
    this.ids = ids;
    this.clock = clock;
  }

  /** Begins a subscription; the same key with the same body begins one. */
  public CompletableFuture<Answer<Receipt>> start(
      Caller caller, IdempotencyKey key, StartRequest request) {
    return once(caller, about("", key), records -> start(records, caller, request));
  }

  private Answer<Receipt> start(Records records, Caller caller, StartRequest request) {
    return switch (findPayer.of(records, caller.seller(), request.account(), request.order())) {
      case Answer.Refused<Payer> refused -> new Answer.Refused<>(refused.refusal(), List.of());
      case Answer.Done<Payer> payer ->
          alive(records, payer.value())
              .map(Answer::<Receipt>refused)
              .orElseGet(() -> Answer.done(begin(records, caller, payer.value(), request)));
    };
  }

  private static Optional<Refusal> alive(Records records, Payer payer) {
    return records.subscriptions().of(payer).stream()
        .filter(one -> !one.plan().standing().isFinal())
        .findFirst()
        .map(
            one ->
                SubscriptionRefusal.ALIVE.with(
                    "payer", payer.account().isEmpty() ? "the order" : payer.account(),
                    "subscription", one.id(),
                    "state", one.plan().standing().word()));
  }

  private Receipt begin(Records records, Caller caller, Payer payer, StartRequest request) {
    Instant now = now();
    StoredSubscription begun =
        MoveSubscription.start(
            records,
            ids.next(),
            payer,
            PlanLife.start(request.offer(), request.terms(), now),
            Circumstance.of(caller, request.cause(), now, now));
    return receipt(records, begun);
  }

  /** Lets something happen to the subscription; the same key with the same body does it once. */
  public CompletableFuture<Answer<Receipt>> act(
      Caller caller, IdempotencyKey key, String subscriptionId, SubscriptionAct act) {
    return once(
        caller,
        about(subscriptionId, key),
        records ->
            withCurrent(
                records, caller, subscriptionId, (one, now) -> act(records, caller, one, act)));
  }

  private Answer<Receipt> act(
      Records records, Caller caller, StoredSubscription subscription, SubscriptionAct act) {
    Instant now = now();
    Optional<Refusal> outside = SentInstant.refusal(act.at(), now);
    if (outside.isPresent()) {
      return Answer.refused(outside.get());
    }
    if (act.version() != subscription.version()) {
      return Answer.refused(
          SubscriptionRefusal.VERSION.with(
              "seen", act.version(), "allowed", subscription.version()));
    }
    Instant at = SentInstant.of(act.at(), now).truncatedTo(ChronoUnit.MICROS);
    return moved(
        records,
        subscription,
        act.event().apply(at),
        Circumstance.of(caller, act.cause(), at, now));
  }

  /** Takes the report that a charge was paid; a second report of the same changes nothing. */
  public CompletableFuture<Answer<Charge>> paid(
      Caller caller, String subscriptionId, long number, String cause) {
    return report(caller, new Report(subscriptionId, number, Charge.State.PAID, cause));
  }

  /** Takes the report that a charge could not be collected. */
  public CompletableFuture<Answer<Charge>> failed(
      Caller caller, String subscriptionId, long number, String cause) {
    return report(caller, new Report(subscriptionId, number, Charge.State.FAILED, cause));
  }

  /** What became of a charge. */
  private record Report(String subscriptionId, long number, Charge.State state, String cause) {}

  private CompletableFuture<Answer<Charge>> report(Caller caller, Report report) {
    return ledger.write(
        caller.seller(),
        records ->
            withCurrent(
                records,
                caller,
                report.subscriptionId(),
                (one, now) -> report(records, caller, one, report)));
  }

  private Answer<Charge> report(
      Records records, Caller caller, StoredSubscription subscription, Report report) {
    Optional<Charge> charge = charge(records, subscription, report.number());
    if (charge.isEmpty()) {
      return Answer.refused(
          SubscriptionRefusal.CHARGE_UNKNOWN.with(
              "charge", report.number(), "count", subscription.plan().charges()));
    }
    if (charge.get().state() == report.state()) {
      return Answer.done(charge.get());
    }
    if (!charge.get().isOpen()) {
      return Answer.refused(settled(charge.get()));
    }
    PlanEvent event =
        report.state() == Charge.State.PAID
            ? new PlanEvent.Paid(charge.get())
            : new PlanEvent.PaymentFailed(charge.get());
    Instant now = now();
    return switch (moved(
        records, subscription, event, Circumstance.of(caller, report.cause(), now, now))) {
      case Answer.Refused<Receipt> refused -> Answer.refused(refused.refusal());
      case Answer.Done<Receipt> _ ->
          Answer.done(charge(records, subscription, report.number()).orElseThrow());
    };
  }

  private static Optional<Charge> charge(
      Records records, StoredSubscription subscription, long number) {
    return records.subscriptions().charges(subscription.seller(), subscription.id()).stream()
        .filter(one -> one.number() == number)
        .findFirst();
  }

  private static Refusal settled(Charge charge) {
    return SubscriptionRefusal.CHARGE_SETTLED.with(
        "charge", charge.number(),
        "state", charge.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        "allowed", "due or failed");
  }

  /** The subscription with its charges. */
  public CompletableFuture<Answer<SubscriptionView>> find(Caller caller, String subscriptionId) {
    return ledger.read(
        caller.seller(),
        records ->
            records
                .subscriptions()
                .byId(caller.seller(), subscriptionId)
                .map(one -> Answer.done(view(records, one)))
                .orElseGet(() -> Answer.refused(unknown(subscriptionId))));
  }

  /** The subscriptions of an account or of an order, the newest first. */
  public CompletableFuture<Answer<List<SubscriptionView>>> of(
      Caller caller, String account, String order) {
    return ledger.read(
        caller.seller(),
        records ->
            switch (findPayer.of(records, caller.seller(), account, order)) {
              case Answer.Refused<Payer> refused -> Answer.refused(refused.refusal());
              case Answer.Done<Payer> payer ->
                  Answer.done(
                      records.subscriptions().of(payer.value()).stream()
                          .map(one -> view(records, one))
                          .toList());
            });
  }

  private static SubscriptionView view(Records records, StoredSubscription one) {
    return new SubscriptionView(
        one, records.subscriptions().charges(one.seller(), one.id()), OwedBack.of(records, one));
  }

  private <T> Answer<T> withCurrent(
      Records records,
      Caller caller,
      String subscriptionId,
      BiFunction<StoredSubscription, Instant, Answer<T>> work) {
    Instant now = now();
    return records
        .subscriptions()
        .byId(caller.seller(), subscriptionId)
        .map(one -> work.apply(MoveSubscription.upToDate(records, one, now), now))
        .orElseGet(() -> Answer.refused(unknown(subscriptionId)));
  }

  private static Refusal unknown(String subscriptionId) {
    return SubscriptionRefusal.UNKNOWN.with("subscription", Shown.of(subscriptionId));
  }

  private static Answer<Receipt> moved(
      Records records, StoredSubscription before, PlanEvent event, Circumstance why) {
    return switch (MoveSubscription.move(records, before, event, why)) {
      case Answer.Refused<StoredSubscription> refused -> Answer.refused(refused.refusal());
      case Answer.Done<StoredSubscription> done -> Answer.done(receipt(records, done.value()));
    };
  }

  private static Receipt receipt(Records records, StoredSubscription subscription) {
    return receipt(records, subscription.seller(), subscription.id(), subscription.version());
  }

  private static Receipt receipt(Records records, SellerId seller, String id, long version) {
    return records.trails().of(new Subject(seller, Subject.Area.SUBSCRIPTION, id)).stream()
        .filter(entry -> entry.number() == version)
        .map(entry -> new Receipt(id, entry))
        .findFirst()
        .orElseThrow();
  }

  /** The same key and body sent to two subscriptions are two requests. */
  private static IdempotencyKey about(String subscriptionId, IdempotencyKey key) {
    Bytes both = Bytes.ofUtf8("subscription " + subscriptionId + " " + key.bodyHash().toHex());
    return new IdempotencyKey(key.key(), both.sha256());
  }

  private CompletableFuture<Answer<Receipt>> once(Caller caller, IdempotencyKey key, Work work) {
    return ledger.write(
        caller.seller(),
        records ->
            records
                .keys()
                .find(caller.seller(), key.key())
                .map(used -> again(records, caller.seller(), key, used))
                .orElseGet(() -> first(records, caller.seller(), key, () -> work.on(records))));
  }

  /** What is done once for a key. */
  @FunctionalInterface
  private interface Work {
    Answer<Receipt> on(Records records);
  }

  private static Answer<Receipt> again(
      Records records, SellerId seller, IdempotencyKey key, IdempotencyKeys.Use used) {
    if (!used.bodyHash().equals(key.bodyHash())) {
      return Answer.refused(AppRefusal.KEY_REUSED.with("key", key.key()));
    }
    String[] made = used.result().split(" ", 2);
    return Answer.done(receipt(records, seller, made[0], Long.parseLong(made[1])));
  }

  private Answer<Receipt> first(
      Records records, SellerId seller, IdempotencyKey key, Supplier<Answer<Receipt>> work) {
    Answer<Receipt> answer = work.get();
    if (answer instanceof Answer.Done<Receipt> done) {
      Receipt receipt = done.value();
      String made = receipt.subscriptionId() + " " + receipt.entry().number();
      records.keys().add(seller, key.key(), new IdempotencyKeys.Use(key.bodyHash(), made), now());
    }
    return answer;
  }

  /** As the record keeps it, so that what is due by its column is due by what it stands for. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
