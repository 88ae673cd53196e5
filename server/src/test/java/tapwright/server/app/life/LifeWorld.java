package tapwright.server.app.life;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.card.SellerId;
import tapwright.server.app.Actor;
import tapwright.server.app.Caller;
import tapwright.server.app.World;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.app.access.RunSellers;
import tapwright.server.app.duty.DoDuties;
import tapwright.server.app.duty.ExpireCards;
import tapwright.server.app.duty.ExpireReturns;
import tapwright.server.app.duty.FinishReplacements;
import tapwright.server.app.duty.PlaceEvents;
import tapwright.server.app.duty.TellDeadlines;
import tapwright.server.app.holder.ForgetHolder;
import tapwright.server.app.money.BookProvider;
import tapwright.server.app.money.KeepBooks;
import tapwright.server.app.money.PayRefund;
import tapwright.server.app.money.PaymentNotice;
import tapwright.server.app.money.ReconcileRefunds;
import tapwright.server.app.money.RefundLimits;
import tapwright.server.app.money.RefundLine;
import tapwright.server.app.money.ReserveRefunds;
import tapwright.server.app.money.TakeNotice;
import tapwright.server.record.Ledger;
import tapwright.server.record.access.Role;

/** Two nodes on one record, with two sellers and one payment provider; each may die at any time. */
final class LifeWorld implements AutoCloseable {

  private static final int NODES = 2;

  final FaultyLedger ledger;
  final List<Seller> sellers;
  final BookProvider provider;
  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, PaymentNotice> sent = new ConcurrentHashMap<>();
  private final AtomicInteger refunds = new AtomicInteger();
  private int seeds;

  /** A seller with those who work for it. */
  record Seller(Caller shop, Caller supervisor, Caller station) {

    static Seller of(SellerId id) {
      return new Seller(
          caller(id, Role.SHOP), caller(id, Role.SUPERVISOR), caller(id, Role.STATION));
    }

    private static Caller caller(SellerId id, Role role) {
      return new Caller(Actor.token("TOKEN" + role + id, "sample " + role), id, role);
    }

    SellerId id() {
      return shop.seller();
    }
  }

  /** All use cases of one process. */
  static final class Node {
    final World world;
    final KeepBooks books;
    final RefundLine refunds;
    final ReconcileRefunds reconcile;
    final TakeNotice takeNotice;
    final ForgetHolder forget;
    final DoDuties duties;

    private Node(LifeWorld all, int number) {
      world = new World(all.ledger, number);
      PayRefund pay = new PayRefund(all.ledger, all.provider, world.clock);
      books = new KeepBooks(all.ledger, world.clock);
      refunds =
          new RefundLine(
              all.ledger,
              pay,
              new RefundLine.Terms(
                  new ReserveRefunds(RefundLimits.NONE),
                  () -> "refund-" + all.refunds.incrementAndGet()),
              world.clock);
      reconcile = new ReconcileRefunds(all.ledger, pay, world.clock);
      takeNotice = new TakeNotice(all.ledger, all::read, world.clock);
      forget = new ForgetHolder(all.ledger, world.vault, world.clock);
      duties =
          new DoDuties(
                  all.ledger,
                  List.of(
                      new ExpireCards(),
                      new FinishReplacements(),
                      new ExpireReturns(),
                      new TellDeadlines(),
                      new PlaceEvents()),
                  "node",
                  world.clock)
              .byClockMovedByHand();
    }
  }

  LifeWorld(Ledger empty, Plant plant) {
    ledger = new FaultyLedger(empty, plant);
    provider = new BookProvider(this::now);
    for (int i = 0; i < NODES; i++) {
      nodes.add(new Node(this, ++seeds));
    }
    SellerId other = new SellerId("other");
    World.done(new RunSellers(ledger, this::now).create(other, "other.example.com").join());
    sellers = List.of(Seller.of(FirstSeller.ID), Seller.of(other));
  }

  Instant now() {
    return nodes.isEmpty() ? World.START : nodes.getFirst().world.clock.instant();
  }

  Node node(int which) {
    return nodes.get(which % NODES);
  }

  void advance(Duration by) {
    nodes.forEach(node -> node.world.clock.advance(by));
  }

  /** The clock of the second node steps, so that the two are some minutes apart. */
  void step(Duration apart) {
    World.HandClock clock = node(1).world.clock;
    clock.advance(Duration.between(clock.instant(), now().plus(apart)));
  }

  /** The process ends where it is, and another begins on what it has left on record. */
  void dies(int which) {
    Instant now = now();
    Node next = new Node(this, ++seeds);
    next.world.clock.advance(Duration.between(next.world.clock.instant(), now));
    nodes.set(which % NODES, next);
  }

  private Checked<PaymentNotice> read(String signature, Bytes body, Instant now) {
    return Checked.passed(Objects.requireNonNull(sent.get(body.toUtf8())));
  }

  void deliver(int node, PaymentNotice notice) {
    sent.put(notice.id(), notice);
    node(node).takeNotice.take("", Bytes.ofUtf8(notice.id())).join();
  }

  @Override
  public void close() {
    ledger.close();
  }
}
