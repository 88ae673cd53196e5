package tapwright.server.app.subscription;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tapwright.core.card.Tier;
import tapwright.core.plan.Charge;
import tapwright.core.plan.Offer;
import tapwright.core.plan.PlanEvent;
import tapwright.core.plan.Terms;
import tapwright.core.policy.Money;
import tapwright.core.policy.fact.Plan;
import tapwright.core.trail.Subject;
import tapwright.core.trail.TrailEntry;
import tapwright.server.app.Answer;
import tapwright.server.app.World;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.app.duty.DoDuties;
import tapwright.server.app.duty.PlaceEvents;
import tapwright.server.app.duty.RenewPlans;
import tapwright.server.app.duty.ServeTiers;
import tapwright.server.record.duty.OutEvent;

/** Plans of sample accounts in a world whose clock is set by hand. */
final class Plans {

  static final String ACCOUNT = "customer-1";
  static final Terms TERMS = new Terms(ZoneId.of("Asia/Kolkata"), 7, 7, 7);
  static final Offer BASIC = offer("basic", 1, "30.00 INR", "5.00 INR");
  static final Offer PRO = offer("pro", 1, "61.00 INR", "5.00 INR");

  private final World world;
  private int keys;

  Plans(World world) {
    this.world = world;
  }

  static Offer offer(String plan, int months, String price, String setUpFee) {
    return new Offer(
        plan, Optional.of(Plan.BASIC), months, money(price), money(setUpFee), Tier.PAID);
  }

  static Money money(String text) {
    return Money.parse(text).orElseThrow();
  }

  static DoDuties node(World on, String name) {
    return new DoDuties(
        on.store, List.of(new RenewPlans(), new ServeTiers(), new PlaceEvents()), name, on.clock);
  }

  Receipt start(String account) {
    return World.done(
        world
            .subscriptions
            .start(World.SHOP, World.key("start-" + keys++), request(account))
            .join());
  }

  static StartRequest request(String account) {
    return new StartRequest(account, "", BASIC, TERMS, "");
  }

  Answer<Receipt> act(String id, PlanEvent event) {
    return act(id, view(id).subscription().version(), asked -> event);
  }

  Answer<Receipt> act(String id, long version, Function<Instant, PlanEvent> event) {
    return world
        .subscriptions
        .act(
            World.SHOP,
            World.key("act-" + keys++),
            id,
            new SubscriptionAct(event, version, "sample cause", Optional.empty()))
        .join();
  }

  SubscriptionView view(String id) {
    return World.done(world.subscriptions.find(World.SHOP, id).join());
  }

  Charge pay(String id, long number) {
    return World.done(world.subscriptions.paid(World.SHOP, id, number, "").join());
  }

  Charge fail(String id, long number) {
    return World.done(world.subscriptions.failed(World.SHOP, id, number, "").join());
  }

  List<TrailEntry> trail(String id) {
    return world
        .store
        .read(
            FirstSeller.ID,
            records ->
                records.trails().of(new Subject(FirstSeller.ID, Subject.Area.SUBSCRIPTION, id)))
        .join();
  }

  List<String> kinds(String id) {
    return trail(id).stream().map(TrailEntry::kind).toList();
  }

  List<String> told() {
    return world
        .store
        .writeAcrossSellers(
            records -> records.outbox().next("shop", 10_000).stream().map(OutEvent::kind).toList())
        .join();
  }
}
