package tapwright.server.app.effect;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import tapwright.core.card.CardEvent;
import tapwright.core.card.CardId;
import tapwright.core.card.Tier;
import tapwright.core.money.Capture;
import tapwright.core.plan.Offer;
import tapwright.core.plan.PlanEvent;
import tapwright.core.plan.Terms;
import tapwright.core.policy.Money;
import tapwright.core.policy.fact.ClaimKind;
import tapwright.core.policy.fact.Evidence;
import tapwright.core.policy.fact.Reason;
import tapwright.core.policy.pack.Effect;
import tapwright.core.policy.pack.Outcome;
import tapwright.core.trail.Subject;
import tapwright.core.trail.TrailEntry;
import tapwright.core.wire.EncodeJob;
import tapwright.server.app.Actor;
import tapwright.server.app.Answer;
import tapwright.server.app.Caller;
import tapwright.server.app.World;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.app.claim.ClaimDesk;
import tapwright.server.app.claim.ClaimMeans;
import tapwright.server.app.claim.ClaimNote;
import tapwright.server.app.claim.ClaimRequest;
import tapwright.server.app.claim.Closing;
import tapwright.server.app.claim.Ruling;
import tapwright.server.app.claim.RunTasks;
import tapwright.server.app.claim.TaskView;
import tapwright.server.app.holder.DeleteHolder;
import tapwright.server.app.holder.ForgetHolder;
import tapwright.server.app.money.BookProvider;
import tapwright.server.app.money.CaptureRequest;
import tapwright.server.app.money.KeepBooks;
import tapwright.server.app.money.PayRefund;
import tapwright.server.app.money.ReconcileRefunds;
import tapwright.server.app.money.RefundLimits;
import tapwright.server.app.money.RefundLine;
import tapwright.server.app.money.RefundRequest;
import tapwright.server.app.money.ReserveRefunds;
import tapwright.server.app.order.ChipOrder;
import tapwright.server.app.order.OrderLine;
import tapwright.server.app.subscription.StartRequest;
import tapwright.server.app.subscription.SubscriptionAct;
import tapwright.server.app.subscription.SubscriptionView;
import tapwright.server.record.Ledger;
import tapwright.server.record.access.Role;
import tapwright.server.record.claim.ClaimTask;
import tapwright.server.record.claim.Stated;
import tapwright.server.record.money.StoredRefund;
import tapwright.server.security.DrawnSecrets;

/** Claims on a real record whose tasks are carried out, with a provider that can go wrong. */
final class EffectWorld implements AutoCloseable {

  static final Caller SUPPORT = caller(Role.SUPPORT);
  static final Caller OTHER = caller(Role.ADMIN);
  static final Caller SUPERVISOR = caller(Role.SUPERVISOR);

  /** What every order here costs. */
  static final String PRICE = "49.00 INR";

  final World world;
  final BookProvider provider;
  final ClaimDesk claims;
  final DeleteHolder deletion;
  final CarryOut carryOut;
  final ReconcileRefunds reconcile;
  private final Set<String> byItself;
  private final KeepBooks books;
  private final RefundLine refunds;
  private final AtomicInteger keys = new AtomicInteger();

  EffectWorld(Ledger empty) {
    this(empty, Set.of(), RefundLimits.NONE);
  }

  /**
   * Such a world.
   *
   * @param byItself what the server carries out without a person
   */
  EffectWorld(Ledger empty, Set<String> byItself, RefundLimits limits) {
    world = new World(empty);
    this.byItself = byItself;
    provider = new BookProvider(world.clock);
    ClaimMeans means = world.claimMeans;
    claims =
        ClaimDesk.on(
            world.store,
            new ClaimMeans(
                means.packs(), means.ids(), means.seal(), means.terms().carryingOut(byItself)),
            world.clock);
    PayRefund pay = new PayRefund(world.store, provider, world.clock);
    ReserveRefunds reserve = new ReserveRefunds(limits);
    deletion =
        new DeleteHolder(
            world.store,
            new ForgetHolder(world.store, world.vault, world.clock),
            new DeleteHolder.Terms(Duration.ofMinutes(30), List.of(), forgotten -> {}),
            new DrawnSecrets(world.random),
            world.clock);
    CarryOut.Paying paying = new CarryOut.Paying(reserve, pay, means.ids());
    carryOut = node(world.store, paying);
    books = new KeepBooks(world.store, world.clock);
    refunds =
        new RefundLine(world.store, pay, new RefundLine.Terms(reserve, means.ids()), world.clock);
    reconcile = new ReconcileRefunds(world.store, pay, world.clock);
  }

  private CarryOut node(Ledger ledger, CarryOut.Paying paying) {
    return new CarryOut(
        ledger, new CarryOut.Means(paying, world.replaceCards, deletion), world.clock);
  }

  /** A node that does by itself what is due, over the record or what stands before it. */
  CarryOutTasks rounds(Ledger ledger) {
    return rounds(ledger, byItself);
  }

  /** A node that does these words by itself. */
  CarryOutTasks rounds(Ledger ledger, Set<String> words) {
    PayRefund pay = new PayRefund(world.store, provider, world.clock);
    CarryOut.Paying paying =
        new CarryOut.Paying(new ReserveRefunds(RefundLimits.NONE), pay, world.claimMeans.ids());
    return new CarryOutTasks(world.store, node(ledger, paying), words, world.clock);
  }

  private static Caller caller(Role role) {
    return new Caller(Actor.token("TOKEN" + role, "sample " + role), FirstSeller.ID, role);
  }

  /** The card of an order that was made and given out. */
  CardId issued(String order, String line) {
    CardId card = ordered(order, line);
    EncodeJob job = world.lease(World.STATION, 1).getFirst();
    String uid = "04E141124C" + (1000 + keys.incrementAndGet());
    world.report(World.STATION, world.verified("made-" + order, job, uid));
    World.done(world.runCards.act(World.SHOP, card, World.act(CardEvent.Step.ISSUED)).join());
    return card;
  }

  CardId ordered(String order, String line) {
    return ordered(order, Map.of("line", line, "term", "monthly", "price", PRICE));
  }

  CardId ordered(String order, Map<String, String> facts) {
    OrderLine wanted =
        new OrderLine(
            1, order, "", "b-rigardz", World.line(1, "x").contact(), "", ChipOrder.USUAL, facts);
    return CardId.parse(
            World.done(
                    world.placeOrders.place(World.SHOP, World.key(order), List.of(wanted)).join())
                .cards()
                .getFirst()
                .cardId())
        .orElseThrow();
  }

  void capture(String order, Map<String, String> lines) {
    List<Capture> captures = new ArrayList<>();
    lines.forEach((line, amount) -> captures.add(new Capture(line, "pi_" + order, money(amount))));
    World.done(
        books
            .capture(
                World.SHOP,
                order,
                World.key("captures of " + order),
                new CaptureRequest(captures, Optional.empty()))
            .join());
  }

  /** What there is to subscribe to, each for a month. */
  static Offer offer(String plan, String price) {
    return new Offer(plan, Optional.empty(), 1, money(price), money("0.00 INR"), Tier.PAID);
  }

  /** A monthly plan of the order, whose first charges are paid. */
  String plan(String order) {
    Offer offer = offer("basic", PRICE);
    String id =
        World.done(
                world
                    .subscriptions
                    .start(
                        World.SHOP,
                        World.key("plan of " + order),
                        new StartRequest(
                            "", order, offer, new Terms(ZoneId.of("Asia/Kolkata"), 7, 7, 7), ""))
                    .join())
            .subscriptionId();
    World.done(world.subscriptions.paid(World.SHOP, id, 1, "").join());
    return id;
  }

  /** A claim to which a person said this, over whatever the policy wants to know. */
  String ruled(CardId card, Outcome outcome, String amount, Effect... effects) {
    Set<Effect> wanted = EnumSet.noneOf(Effect.class);
    wanted.addAll(List.of(effects));
    return ruled(claim(card), new Ruling(1, outcome, wanted, Money.parse(amount), "as it is"));
  }

  Answer<String> ruling(String claim, Outcome outcome, String amount) {
    Ruling ruling = new Ruling(1, outcome, Set.of(), Money.parse(amount), "as it is");
    return claims.run().rule(SUPPORT, claim, ruling).join();
  }

  String ruled(String claim, Ruling ruling) {
    return World.done(claims.run().rule(SUPPORT, claim, ruling).join());
  }

  /** A supervisor says otherwise of the claim as it is now. */
  String overridden(String claim, Outcome outcome, String amount, Effect... effects) {
    Ruling ruling = word(claim, outcome, amount, effects);
    return World.done(claims.run().override(SUPERVISOR, claim, ruling).join());
  }

  /** What is said of the claim as it is now. */
  Ruling word(String claim, Outcome outcome, String amount, Effect... effects) {
    Set<Effect> wanted = EnumSet.noneOf(Effect.class);
    wanted.addAll(List.of(effects));
    return new Ruling(version(claim), outcome, wanted, Money.parse(amount), "as it is");
  }

  private long version(String claim) {
    return World.done(claims.see().view(SUPPORT, claim).join()).file().version();
  }

  void close(String claim) {
    World.done(closing(claim));
  }

  /** Closing it with whatever is open. */
  Answer<String> closing(String claim) {
    return claims
        .run()
        .close(SUPPORT, claim, new Closing(new ClaimNote(version(claim), "over"), true))
        .join();
  }

  /** A person says that the task is done. */
  Answer<TaskView> endedByHand(String claim, int number, String reference) {
    return claims
        .tasks()
        .end(SUPPORT, claim, new RunTasks.Ending(String.valueOf(number), true, reference))
        .join();
  }

  /** A supervisor says that the money goes back besides what went by other ways. */
  Answer<CarryOut.Outcome> carryBesides(Caller caller, String claim, int number) {
    return carryOut
        .carryOut(
            caller, claim, String.valueOf(number), new TaskWish(List.of(), Optional.empty(), true))
        .join();
  }

  /** What was learnt of the claim since. */
  void answer(String claim, Map<String, String> facts) {
    World.done(claims.run().answer(SUPPORT, claim, new Stated(facts, Set.of()), "").join());
  }

  /** A claim for a defect, which waits for a photo. */
  String claim(CardId card) {
    return claim(card, ClaimKind.REFUND);
  }

  String claim(CardId card, ClaimKind kind) {
    return claim(card, kind, Reason.DEFECTIVE, Map.of("deliveredAt", World.START.toString()));
  }

  String claim(CardId card, Reason reason) {
    return claim(card, ClaimKind.REFUND, reason, Map.of("deliveredAt", World.START.toString()));
  }

  String claim(CardId card, ClaimKind kind, Reason reason, Map<String, String> facts) {
    ClaimRequest request =
        new ClaimRequest(
            card, kind, reason, Optional.empty(), EnumSet.noneOf(Evidence.class), facts);
    return World.done(
            claims
                .decide()
                .decide(SUPPORT, World.key("claim-" + keys.incrementAndGet()), request)
                .join())
        .id();
  }

  CompletableFuture<Answer<CarryOut.Outcome>> begin(Caller caller, String claim, int number) {
    return carryOut.carryOut(caller, claim, String.valueOf(number), TaskWish.NONE);
  }

  Answer<CarryOut.Outcome> carry(String claim, int number) {
    return begin(SUPPORT, claim, number).join();
  }

  Answer<CarryOut.Outcome> carry(String claim, List<String> lines) {
    return carryOut
        .carryOut(SUPPORT, claim, "1", new TaskWish(lines, Optional.empty(), false))
        .join();
  }

  TaskView task(String claim, int number) {
    return World.done(claims.tasks().of(SUPPORT, claim).join()).get(number - 1);
  }

  /** How many tasks there are, which is the number of the last. */
  int tasks(String claim) {
    return World.done(claims.tasks().of(SUPPORT, claim).join()).size();
  }

  ClaimTask.End end(String claim, int number) {
    return task(claim, number).task().ended().orElseThrow();
  }

  Answer<StoredRefund> refundByHand(Caller caller, String order, String claim, String amount) {
    return refunds
        .refund(
            caller,
            order,
            World.key("refund-" + keys.incrementAndGet()),
            new RefundRequest("card", money(amount), claim, ""))
        .join();
  }

  Answer<StoredRefund> refundOwed(
      Caller caller, String order, RefundRequest.PlanEventKey by, String amount) {
    return refunds
        .refund(
            caller,
            order,
            World.key("refund-" + keys.incrementAndGet()),
            new RefundRequest("card", money(amount), "", Optional.of(by), ""))
        .join();
  }

  /** The event of the plan; answers the number of its entry. */
  long act(String plan, PlanEvent event) {
    return World.done(
            world
                .subscriptions
                .act(
                    World.SHOP,
                    World.key("act-" + keys.incrementAndGet()),
                    plan,
                    new SubscriptionAct(
                        asked -> event, view(plan).subscription().version(), "", Optional.empty()))
                .join())
        .entry()
        .number();
  }

  SubscriptionView view(String plan) {
    return World.done(world.subscriptions.find(World.SHOP, plan).join());
  }

  List<String> history(CardId card) {
    return world.view(card).history().stream().map(entry -> entry.kind()).toList();
  }

  List<TrailEntry> trail(Subject.Area area, String id) {
    return world
        .store
        .read(FirstSeller.ID, records -> records.trails().of(new Subject(FirstSeller.ID, area, id)))
        .join();
  }

  List<String> kinds(Subject.Area area, String id) {
    return trail(area, id).stream().map(TrailEntry::kind).toList();
  }

  static Money money(String text) {
    return Money.parse(text).orElseThrow();
  }

  @Override
  public void close() {
    world.close();
  }
}
