package tapwright.server.app.money;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.money.Capture;
import tapwright.core.money.OrderMoney;
import tapwright.core.policy.Money;
import tapwright.core.trail.Subject;
import tapwright.core.trail.TrailEntry;
import tapwright.server.app.Actor;
import tapwright.server.app.Answer;
import tapwright.server.app.Caller;
import tapwright.server.app.World;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.record.Ledger;
import tapwright.server.record.access.Role;
import tapwright.server.record.money.StoredRefund;
import tapwright.server.record.order.IdempotencyKey;
import tapwright.server.record.order.Order;

/** All that is done to money, on a real record, with a provider that can go wrong. */
final class MoneyWorld implements AutoCloseable {

  static final Caller SHOP = caller(Role.SHOP);
  static final Caller SUPPORT = caller(Role.SUPPORT);
  static final Caller SUPERVISOR = caller(Role.SUPERVISOR);

  final World.HandClock clock = new World.HandClock();
  final BookProvider provider = new BookProvider(clock);
  final Ledger store;
  final KeepBooks books;
  final RefundLine refunds;
  final ReconcileRefunds reconcile;
  final TakeNotice takeNotice;
  private final Map<String, PaymentNotice> sent = new ConcurrentHashMap<>();
  private final AtomicInteger ids = new AtomicInteger();

  MoneyWorld(Ledger empty) {
    this(empty, RefundLimits.NONE, payments -> payments);
  }

  /**
   * A world with a fault in it.
   *
   * @param between what stands between us and the provider
   */
  MoneyWorld(Ledger empty, RefundLimits limits, UnaryOperator<Payments> between) {
    store = empty;
    FirstSeller.ensure(store, clock).join();
    PayRefund pay = new PayRefund(store, between.apply(provider), clock);
    books = new KeepBooks(store, clock);
    refunds =
        new RefundLine(
            store,
            pay,
            new RefundLine.Terms(
                new ReserveRefunds(limits), () -> "refund-" + ids.incrementAndGet()),
            clock);
    reconcile = new ReconcileRefunds(store, pay, clock);
    takeNotice = new TakeNotice(store, this::read, clock);
  }

  private static Caller caller(Role role) {
    return new Caller(Actor.token("TOKEN" + role, "sample " + role), FirstSeller.ID, role);
  }

  /** A notice is known here by its id alone; signatures have a test of their own. */
  private Checked<PaymentNotice> read(String signature, Bytes body, Instant now) {
    return Checked.passed(Objects.requireNonNull(sent.get(body.toUtf8())));
  }

  /** Delivers a notice, as often as one likes. */
  Answer<Boolean> deliver(PaymentNotice notice) {
    sent.put(notice.id(), notice);
    return takeNotice.take("", Bytes.ofUtf8(notice.id())).join();
  }

  Subject order(String number) {
    Order order =
        new Order("id-" + number, FirstSeller.ID, number, "", "", clock.instant(), Map.of());
    store
        .write(
            FirstSeller.ID,
            records -> {
              records.orders().add(order);
              return true;
            })
        .join();
    return OrderOfMoney.subject(order);
  }

  /** An order with one payment for these lines. */
  Subject paid(String number, String payment, Map<String, String> lines) {
    Subject order = order(number);
    capture(number, payment, lines);
    return order;
  }

  void capture(String number, String payment, Map<String, String> lines) {
    List<Capture> captures =
        lines.entrySet().stream()
            .map(line -> new Capture(line.getKey(), payment, money(line.getValue())))
            .toList();
    World.done(
        books
            .capture(
                SHOP,
                number,
                key(payment + " of " + number),
                new CaptureRequest(captures, Optional.empty()))
            .join());
  }

  Answer<StoredRefund> refund(String number, String key, String line, String amount) {
    return refunds.refund(SUPERVISOR, number, key(key), wish(line, money(amount))).join();
  }

  static RefundRequest wish(String line, Money amount) {
    return new RefundRequest(line, amount, "", "");
  }

  static IdempotencyKey key(String key) {
    return World.key(key);
  }

  static Money money(String text) {
    return Money.parse(text).orElseThrow();
  }

  OrderMoney money(Subject order) {
    return store.read(order.seller(), records -> records.money().of(order)).join();
  }

  List<TrailEntry> trail(Subject order) {
    return store.read(order.seller(), records -> records.trails().of(order)).join();
  }

  List<String> kinds(Subject order) {
    return trail(order).stream().map(TrailEntry::kind).toList();
  }

  @Override
  public void close() {
    store.close();
  }
}
