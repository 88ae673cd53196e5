package tapwright.server.app.subscription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.card.CardEvent;
import tapwright.core.card.CardId;
import tapwright.core.card.Tier;
import tapwright.core.plan.Charge;
import tapwright.core.plan.PlanEvent;
import tapwright.core.plan.PlanRefusal;
import tapwright.core.policy.fact.ClaimKind;
import tapwright.core.policy.fact.Evidence;
import tapwright.core.policy.fact.Reason;
import tapwright.core.policy.fact.Termination;
import tapwright.server.app.Answer;
import tapwright.server.app.AppRefusal;
import tapwright.server.app.NewRecord;
import tapwright.server.app.World;
import tapwright.server.app.claim.ClaimRequest;
import tapwright.server.app.duty.DoDuties;
import tapwright.server.app.order.OrderLine;
import tapwright.server.app.order.Placement;
import tapwright.server.record.claim.StoredClaim;

/** Subscriptions on a real record, with the duties of two nodes and a clock that is set by hand. */
class SubscriptionsTest implements NewRecord {

  @TempDir private Path folder;
  private World world;
  private Plans plans;
  private DoDuties first;
  private DoDuties second;

  @BeforeEach
  void open() {
    world = new World(newRecord(folder));
    plans = new Plans(world);
    first = Plans.node(world, "first");
    second = Plans.node(world, "second");
  }

  @AfterEach
  void close() {
    world.close();
  }

  /** Both nodes at once, as often as there is something to do. */
  private void rounds() {
    int done = 1;
    while (done > 0) {
      CompletableFuture<Integer> one = first.round();
      CompletableFuture<Integer> other = second.round();
      done = one.join() + other.join();
      // What one of them held when it ended its round, the other may do when that is over.
      world.clock.advance(Duration.ofSeconds(11));
    }
  }

  private String begin() {
    return plans.start(Plans.ACCOUNT).subscriptionId();
  }

  private void runTo(Instant at) {
    world.clock.advance(Duration.between(world.clock.instant(), at));
    rounds();
  }

  @Test
  void start_isDoneOnceForAKeyAndOneAtATimeForAnAccount() {
    StartRequest request = Plans.request(Plans.ACCOUNT);
    Answer<Receipt> begun = world.subscriptions.start(World.SHOP, World.key("k"), request).join();
    assertEquals(begun, world.subscriptions.start(World.SHOP, World.key("k"), request).join());
    String id = World.done(begun).subscriptionId();

    assertEquals(
        SubscriptionRefusal.ALIVE,
        World.refused(world.subscriptions.start(World.SHOP, World.key("k2"), request).join())
            .refusal()
            .code());
    assertEquals(
        AppRefusal.KEY_REUSED,
        World.refused(world.subscriptions.act(World.SHOP, World.key("k"), id, discontinue()).join())
            .refusal()
            .code());
    assertEquals(List.of("started"), plans.kinds(id));
    assertEquals(
        List.of(Charge.Kind.SET_UP, Charge.Kind.TERM),
        plans.view(id).charges().stream().map(Charge::kind).toList());
  }

  private static SubscriptionAct discontinue() {
    return new SubscriptionAct(
        asked -> PlanEvent.Step.DISCONTINUED, 1, "sample cause", Optional.empty());
  }

  /** Over a leap day, however many rounds of however many nodes: each term charged once. */
  @Test
  void renewals_areChargedOnceByTwoNodes() {
    String id = begin();
    for (int month = 0; month < 26; month++) {
      runTo(plans.view(id).subscription().plan().termEndsAt());
    }

    List<Charge> terms =
        plans.view(id).charges().stream().filter(one -> one.kind() == Charge.Kind.TERM).toList();
    assertEquals(27, terms.size());
    for (int i = 1; i < terms.size(); i++) {
      assertEquals(terms.get(i - 1).until(), terms.get(i).from());
    }
    assertEquals(Instant.parse("2028-05-02T08:00:00Z"), terms.getLast().from());
    assertEquals(26, plans.kinds(id).stream().filter("term-over"::equals).count());
    assertEquals(26, plans.told().stream().filter("subscription.term-over"::equals).count());
  }

  @Test
  void reminder_isToldOnceBeforeEachRenewal() {
    String id = begin();
    runTo(Instant.parse("2026-03-25T18:30:00Z"));
    assertEquals(List.of("started", "reminded"), plans.kinds(id));
    rounds();
    assertEquals(List.of("started", "reminded"), plans.kinds(id));
  }

  /** A clock that jumps on makes up for each term; one that jumps back does nothing twice. */
  @Test
  void clockThatJumps_chargesEachTermOnce() {
    String id = begin();
    runTo(Instant.parse("2026-07-15T08:00:00Z"));
    assertEquals(6, plans.view(id).charges().size(), "set-up, March, and April to July");
    List<Charge> before = plans.view(id).charges();

    runTo(Instant.parse("2026-03-20T08:00:00Z"));
    runTo(Instant.parse("2026-07-15T09:00:00Z"));
    assertEquals(before, plans.view(id).charges());
  }

  /** Staff never act on a term that is over, though no duty has run since. */
  @Test
  void act_seesWhatWasDueFirst() {
    String id = begin();
    world.clock.advance(Duration.ofDays(32));
    assertEquals(
        SubscriptionRefusal.VERSION,
        World.refused(plans.act(id, 1, asked -> new PlanEvent.CancelledNow(asked, false)))
            .refusal()
            .code());
    assertEquals(List.of("started", "term-over"), plans.kinds(id));
  }

  @Test
  void keySentAgain_givesTheFirstAnswerAlthoughMuchHappenedSince() {
    String id = begin();
    SubscriptionAct act =
        new SubscriptionAct(asked -> new PlanEvent.Upgraded(Plans.PRO), 1, "", Optional.empty());
    Answer<Receipt> upgraded = world.subscriptions.act(World.SHOP, World.key("up"), id, act).join();
    World.done(plans.act(id, PlanEvent.Step.UPGRADE_UNDONE));

    assertEquals(upgraded, world.subscriptions.act(World.SHOP, World.key("up"), id, act).join());
    assertEquals(List.of("started", "upgraded", "upgrade-undone"), plans.kinds(id));
  }

  @Test
  void upgradeUndone_givesBackWhatWasPaidForIt() {
    String id = begin();
    plans.pay(id, 1);
    plans.pay(id, 2);
    World.done(plans.act(id, new PlanEvent.Upgraded(Plans.PRO)));
    assertEquals(Plans.money("31.00 INR"), plans.pay(id, 3).amount());
    Receipt undone = World.done(plans.act(id, PlanEvent.Step.UPGRADE_UNDONE));

    assertTrue(undone.entry().detail().contains("\"refund\":\"31.00 INR\""));
    assertEquals(Charge.State.GIVEN_BACK, plans.view(id).charges().get(2).state());
    assertEquals(
        PlanRefusal.NO_UPGRADE,
        World.refused(plans.act(id, PlanEvent.Step.UPGRADE_UNDONE)).refusal().code());
  }

  @Test
  void discontinuedTwice_isPaidOutOnce() {
    String id = begin();
    plans.pay(id, 2);
    world.clock.advance(Duration.ofDays(1));
    Receipt gone = World.done(plans.act(id, PlanEvent.Step.DISCONTINUED));

    assertTrue(gone.entry().detail().contains("\"refund\":\"29.04 INR\""), gone.entry().detail());
    assertEquals(
        PlanRefusal.STEP_NOT_ALLOWED,
        World.refused(plans.act(id, PlanEvent.Step.DISCONTINUED)).refusal().code());
    assertEquals(Charge.State.DUE, plans.view(id).charges().getFirst().state(), "the set-up fee");
  }

  @Test
  void reports_areTakenOnceAndNeverTurnedRound() {
    String id = begin();
    assertEquals(plans.pay(id, 2), plans.pay(id, 2));
    assertEquals(
        SubscriptionRefusal.CHARGE_SETTLED,
        World.refused(world.subscriptions.failed(World.SHOP, id, 2, "").join()).refusal().code());
    assertEquals(
        SubscriptionRefusal.CHARGE_UNKNOWN,
        World.refused(world.subscriptions.paid(World.SHOP, id, 3, "").join()).refusal().code());
    assertEquals(List.of("started", "paid"), plans.kinds(id));
  }

  @Test
  void twoReportsAtOnce_areOne() {
    String id = begin();
    List<CompletableFuture<Answer<Charge>>> both =
        List.of(
            world.subscriptions.paid(World.SHOP, id, 2, ""),
            world.subscriptions.paid(World.SHOP, id, 2, ""));
    both.forEach(one -> World.done(one.join()));
    assertEquals(List.of("started", "paid"), plans.kinds(id));
  }

  /** Links keep resolving on the free tier; who pays has all again. */
  @Test
  void cards_followThePlan() {
    List<CardId> cards = order("A-1", 3);
    String id = begin();
    plans.fail(id, 2);
    assertEquals("grace", plans.view(id).subscription().plan().standing().word());
    runTo(Instant.parse("2026-03-09T18:30:00Z"));
    assertEquals("lapsed", plans.view(id).subscription().plan().standing().word());
    assertEquals(List.of(Tier.FREE, Tier.FREE, Tier.FREE), tiers(cards));
    assertEquals(List.of(Tier.FREE), tiers(order("A-2", 1)), "ordered while it is lapsed");

    plans.pay(id, 2);
    assertEquals(List.of(Tier.PAID, Tier.PAID, Tier.PAID), tiers(cards));
  }

  /** More cards than one work changes, and one that has come to its end. */
  @Test
  void cardsOfALargeAccount_followPieceByPiece() {
    List<CardId> cards = order("A-1", GiveTier.PIECE + 20);
    World.done(
        world.runCards.act(World.SHOP, cards.getFirst(), World.act(CardEvent.Step.REVOKED)).join());
    String id = begin();
    World.done(plans.act(id, PlanEvent.Step.DISCONTINUED));
    assertEquals(19, tiers(cards).stream().filter(Tier.PAID::equals).count() - 1);

    rounds();
    assertEquals(1, tiers(cards).stream().filter(Tier.PAID::equals).count());
    assertEquals(Optional.empty(), plans.view(id).subscription().tierWanted());
  }

  private List<CardId> order(String number, int cards) {
    List<OrderLine> lines = new ArrayList<>();
    for (int i : IntStream.rangeClosed(1, cards).toArray()) {
      OrderLine plain = World.line(i, number);
      lines.add(
          new OrderLine(
              i,
              number,
              Plans.ACCOUNT,
              "d-smartcalls",
              plain.contact(),
              "",
              plain.chip(),
              Map.of("line", "subscription", "price", "1.00 USD")));
    }
    Placement placed =
        World.done(world.placeOrders.place(World.SHOP, World.key(number), lines).join());
    return placed.cards().stream().map(one -> CardId.parse(one.cardId()).orElseThrow()).toList();
  }

  private List<Tier> tiers(List<CardId> cards) {
    return cards.stream().map(card -> world.view(card).card().status().tier()).toList();
  }

  /** What policies ask of a plan comes from the record, and what is sent goes before it. */
  @Test
  void claims_areDecidedOnThePlanOnRecord() {
    CardId card = order("A-1", 1).getFirst();
    String id = begin();
    plans.pay(id, 1);
    runTo(Instant.parse("2026-03-12T08:00:00Z"));
    World.done(
        plans.act(
            id,
            plans.view(id).subscription().version(),
            at -> new PlanEvent.CancelledAtEnd(at, 0)));

    String facts = claim(card, "c1", Map.of()).facts().toUtf8();
    assertTrue(facts.contains("renewsAt 2026-04-02T08:00:00Z"), facts);
    assertTrue(facts.contains("cancelledAt 2026-03-12T08:00"), facts);
    assertTrue(facts.contains("term monthly"), facts);
    assertTrue(facts.contains("setupFeePaid true"), facts);
    assertTrue(facts.contains("price 30.00 INR"), facts);
    String sent = claim(card, "c2", Map.of("renewsAt", "2026-05-01T00:00:00Z")).facts().toUtf8();
    assertTrue(sent.contains("renewsAt 2026-05-01T00:00:00Z"), sent);
    String ofACard = claim(card, "c3", Map.of("line", "card")).facts().toUtf8();
    assertTrue(ofACard.contains("price 1.00 USD"), ofACard);
  }

  private StoredClaim claim(CardId card, String key, Map<String, String> facts) {
    return World.done(
        world
            .decideClaims
            .decide(
                World.SHOP,
                World.key(key),
                new ClaimRequest(
                    card,
                    ClaimKind.CANCEL,
                    Reason.UNSPECIFIED,
                    Optional.empty(),
                    EnumSet.allOf(Evidence.class),
                    facts))
            .join());
  }

  @Test
  void everyState_isReadAsItWasWritten() {
    String id = begin();
    World.done(plans.act(id, new PlanEvent.Upgraded(Plans.PRO)));
    World.done(plans.act(id, new PlanEvent.DowngradePlanned(Plans.BASIC)));
    World.done(
        plans.act(
            id,
            plans.view(id).subscription().version(),
            at -> new PlanEvent.CancelledAtEnd(at, 1)));
    assertEquals(Plans.BASIC, plans.view(id).subscription().plan().next().orElseThrow());
    World.done(plans.act(id, new PlanEvent.Terminated(Termination.SECURITY_ABUSE, false)));
    assertEquals("terminated", plans.view(id).subscription().plan().standing().word());
    assertEquals(
        List.of(plans.view(id)),
        World.done(world.subscriptions.of(World.SHOP, Plans.ACCOUNT, "").join()));
  }
}
