package tapwright.server.app.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.card.CardId;
import tapwright.core.card.CardState;
import tapwright.core.card.Hold;
import tapwright.core.card.Tier;
import tapwright.core.money.RefundState;
import tapwright.core.policy.fact.ClaimKind;
import tapwright.core.policy.pack.Effect;
import tapwright.core.policy.pack.Outcome;
import tapwright.core.trail.Subject;
import tapwright.core.trail.TrailEntry;
import tapwright.server.app.Answer;
import tapwright.server.app.Caller;
import tapwright.server.app.NewRecord;
import tapwright.server.app.World;
import tapwright.server.app.claim.ClaimNote;
import tapwright.server.app.claim.Closing;
import tapwright.server.app.holder.DeletionPlan;
import tapwright.server.app.money.BookProvider;
import tapwright.server.app.money.RefundLimits;
import tapwright.server.record.Ledger;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.CardHistory;
import tapwright.server.record.claim.ClaimTask;
import tapwright.server.record.claim.Deadlines;

/** Tasks that are carried out when a person says so, each once. */
class CarryOutTest implements NewRecord {

  private static final Map<String, String> CARD = Map.of("card", EffectWorld.PRICE);

  @TempDir private Path folder;
  private EffectWorld effects;

  @BeforeEach
  void open() {
    effects = new EffectWorld(newRecord(folder));
  }

  @AfterEach
  void close() {
    effects.close();
  }

  private static String refusal(Answer<?> answer) {
    return World.refused(answer).refusal().code().code();
  }

  /** Clicked twice by one and at once by another, and once more after the answer was lost. */
  private ClaimTask.End carriedByAll(String claim, int number) {
    List<CompletableFuture<Answer<CarryOut.Outcome>>> all =
        List.of(
            effects.begin(EffectWorld.SUPPORT, claim, number),
            effects.begin(EffectWorld.OTHER, claim, number),
            effects.begin(EffectWorld.SUPPORT, claim, number));
    all.forEach(one -> World.done(one.join()));
    World.done(effects.carry(claim, number));
    return effects.end(claim, number);
  }

  private long count(CardId card, String kind) {
    return effects.history(card).stream().filter(kind::equals).count();
  }

  private Card card(CardId id) {
    return effects.world.view(id).card();
  }

  @Test
  void refund_isPaidOnceByWhoeverAsks() {
    CardId card = effects.issued("A-1", "card");
    effects.capture("A-1", CARD);
    String claim = effects.ruled(card, Outcome.FULL_REFUND, "20.00 INR");

    ClaimTask.End end = carriedByAll(claim, 1);

    assertEquals(2_000, effects.provider.left("pi_A-1"));
    var refunds = effects.task(claim, 1).refunds();
    assertEquals(1, refunds.size());
    assertEquals(RefundState.REFUNDED, refunds.getFirst().refund().state());
    assertEquals("refund " + refunds.getFirst().id(), end.reference());
    assertTrue(
        effects
            .trail(Subject.Area.MONEY, refunds.getFirst().order().id())
            .get(1)
            .cause()
            .startsWith("claim " + claim + ", decision 1"));
    assertTrue(refundDates(claim).stream().allMatch(one -> one.metAt().isPresent()));
  }

  private List<Deadlines.Standing> refundDates(String claim) {
    List<Deadlines.Standing> dates =
        World.done(effects.claims.see().view(EffectWorld.SUPPORT, claim).join())
            .deadlines()
            .stream()
            .filter(one -> one.step().equals("refund"))
            .toList();
    assertEquals(1, dates.size());
    return dates;
  }

  @Test
  void cards_areStoppedSuspendedAndReplacedOnce() {
    CardId card = effects.issued("A-1", "card");
    String stopped = effects.ruled(card, Outcome.DENY, "", Effect.SUSPEND, Effect.REVOKE_CARD);

    assertEquals("card " + card, carriedByAll(stopped, 1).reference());
    assertEquals(List.of(Hold.CLAIM), List.copyOf(card(card).status().holds()));
    assertEquals(1, count(card, "held"));
    carriedByAll(stopped, 2);
    assertEquals(1, count(card, "revoked"));
    CardHistory revoked = effects.world.view(card).history().getLast();
    assertTrue(revoked.cause().startsWith("claim " + stopped + ", decision 1"));
    assertTrue(revoked.cause().endsWith("; deny by person"), revoked.cause());

    String replaced = effects.ruled(card, Outcome.REPLACEMENT, "");
    String reference = carriedByAll(replaced, 1).reference();
    assertEquals(1, count(card, "replacement-ordered"));
    assertEquals("card " + card(card).replacedBy().orElseThrow(), reference);
  }

  @Test
  void suspensionWithADowngrade_leadsOnOnTheFreeTierUntilItIsRestored() {
    CardId card = effects.issued("A-1", "card");
    String claim = effects.ruled(card, Outcome.DENY, "", Effect.SUSPEND, Effect.DOWNGRADE);
    carriedByAll(claim, 1);
    carriedByAll(claim, 2);

    assertEquals(Tier.FREE, card(card).status().tier());
    assertTrue(card(card).status().holds().isEmpty());
    assertEquals(1, count(card, "tier-set"));

    carriedByAll(effects.ruled(card, Outcome.NO_EFFECT, "", Effect.RESTORE), 1);
    assertEquals(Tier.PAID, card(card).status().tier());
  }

  @Test
  void hold_keepsBackWhatIsNotOutYet() {
    CardId card = effects.ordered("A-1", "card");
    carriedByAll(effects.ruled(card, Outcome.DENY, "", Effect.HOLD), 1);
    assertEquals(1, count(card, "held"));

    CardId out = effects.issued("A-2", "card");
    String claim = effects.ruled(out, Outcome.DENY, "", Effect.HOLD);
    assertEquals("task-card-out", refusal(effects.carry(claim, 1)));
    assertTrue(effects.task(claim, 1).task().ended().isEmpty());
  }

  @Test
  void orderThatIsCancelled_endsItsCard() {
    CardId card = effects.ordered("A-1", "card");
    carriedByAll(effects.ruled(card, Outcome.DENY, "", Effect.CANCEL_NOW), 1);

    assertEquals(CardState.REVOKED, card(card).status().state());
  }

  @Test
  void plans_areCancelledReactivatedAndEndedOnce() {
    CardId card = effects.issued("A-1", "subscription");
    String plan = effects.plan("A-1");

    String atEnd = effects.ruled(card, Outcome.CANCEL, "", Effect.CANCEL_AT_TERM_END);
    assertEquals("subscription " + plan + " event 3", carriedByAll(atEnd, 1).reference());
    assertEquals("subscription " + plan + " event 3", carriedByAll(atEnd, 2).reference());
    carriedByAll(effects.ruled(card, Outcome.REACTIVATE, "", Effect.NO_SETUP_FEE), 1);
    carriedByAll(effects.ruled(card, Outcome.DENY, "", Effect.CANCEL_NOW), 1);
    String back = effects.ruled(card, Outcome.REACTIVATE, "", Effect.NO_SETUP_FEE);
    carriedByAll(back, 1);
    carriedByAll(back, 2);
    carriedByAll(effects.ruled(card, Outcome.DENY, "", Effect.DEACTIVATE), 1);
    carriedByAll(effects.ruled(card, Outcome.DENY, "", Effect.TERMINATE), 1);

    assertEquals(
        List.of(
            "started",
            "paid",
            "cancelled-at-end",
            "cancellation-withdrawn",
            "cancelled-now",
            "reactivated",
            "cancelled-now",
            "terminated"),
        effects.kinds(Subject.Area.SUBSCRIPTION, plan));
  }

  /** The decision's date is the end of the term that is paid, so no further one follows. */
  @Test
  void cancellationThatThePolicyDecides_endsWithTheTermThatRuns() {
    CardId card = effects.issued("A-1", "subscription");
    String plan = effects.plan("A-1");
    String claim = effects.claim(card, ClaimKind.CANCEL);

    carriedByAll(claim, 1);
    carriedByAll(claim, 2);
    var ending = effects.view(plan).subscription().plan();
    assertEquals(ending.termEndsAt(), ending.ending().orElseThrow().at());
    assertEquals(
        List.of("started", "paid", "cancelled-at-end"),
        effects.kinds(Subject.Area.SUBSCRIPTION, plan));
  }

  /** Whoever pays out what the plan tells would pay it once more than the claim's refund does. */
  @Test
  void planThatIsPaidBackByAClaim_tellsOfNoMoneyAndOwesNone() {
    CardId card = effects.issued("A-1", "subscription");
    effects.capture("A-1", CARD);
    String plan = effects.plan("A-1");
    String claim = effects.ruled(card, Outcome.FULL_REFUND, EffectWorld.PRICE, Effect.CANCEL_NOW);
    carriedByAll(claim, 1);
    carriedByAll(claim, 2);

    TrailEntry ended = effects.trail(Subject.Area.SUBSCRIPTION, plan).getLast();
    assertEquals("cancelled-now", ended.kind());
    assertTrue(ended.detail().contains("given-back"), ended.detail());
    assertTrue(!ended.detail().contains("\"refund\""), ended.detail());
    assertEquals(4_900, effects.provider.left("pi_A-1"));
  }

  @Test
  void providerThatIsSilent_isAskedByTheSameKeyAndTheTaskWaits() {
    CardId card = effects.issued("A-1", "card");
    effects.capture("A-1", CARD);
    String claim = effects.ruled(card, Outcome.FULL_REFUND, EffectWorld.PRICE);
    effects.provider.next(BookProvider.Mishap.LOSES_THE_ANSWER);

    CarryOut.Outcome silent = World.done(effects.carry(claim, 1));
    assertTrue(silent.task().task().ended().isEmpty());
    assertEquals(RefundState.UNKNOWN, silent.task().refunds().getFirst().refund().state());
    World.done(effects.carry(claim, 1));
    assertEquals(1, effects.task(claim, 1).refunds().size());

    effects.world.clock.advance(Duration.ofMinutes(5));
    effects.reconcile.round().join();
    assertEquals("reconcile-refunds", effects.end(claim, 1).by());
    assertEquals(4_900, effects.provider.left("pi_A-1"));
  }

  @Test
  void refundThatIsDeclined_isToldAndMayBeAskedForAnewByAPerson() {
    CardId card = effects.issued("A-1", "card");
    effects.capture("A-1", CARD);
    String claim = effects.ruled(card, Outcome.FULL_REFUND, EffectWorld.PRICE);
    effects.provider.next(BookProvider.Mishap.DECLINES);

    assertTrue(World.done(effects.carry(claim, 1)).task().task().ended().isEmpty());
    assertTrue(effects.kinds(Subject.Area.CLAIM, claim).contains("refund-not-made"));
    carriedByAll(claim, 1);
    assertEquals(2, effects.task(claim, 1).refunds().size());
    assertEquals(4_900, effects.provider.left("pi_A-1"));
  }

  @Test
  void refundOfSeveralLines_isOneTask() {
    CardId card = effects.issued("A-1", "card");
    String claim = effects.ruled(card, Outcome.FULL_REFUND, "54.00 INR");
    assertEquals("task-nothing-captured", refusal(effects.carry(claim, 1)));

    effects.capture("A-1", Map.of("card", EffectWorld.PRICE, "shipping", "10.00 INR"));
    assertEquals("task-line-needed", refusal(effects.carry(claim, 1)));
    assertEquals("refund-exceeds-line", refusal(effects.carry(claim, List.of("card"))));
    assertEquals("money-line-unknown", refusal(effects.carry(claim, List.of("card", "gift"))));
    assertEquals(0, effects.task(claim, 1).refunds().size());

    World.done(effects.carry(claim, List.of("card", "shipping")));
    assertEquals(5_400, effects.provider.left("pi_A-1"));
    assertTrue(effects.task(claim, 1).task().ended().isPresent());
  }

  @Test
  void limitOfTheRole_holdsAndASupervisorGoesBeyond() throws IOException {
    RefundLimits limits = RefundLimits.of(List.of(EffectWorld.money("10.00 INR")));
    Ledger record = newRecord(Files.createDirectory(folder.resolve("limited")));
    try (EffectWorld limited = new EffectWorld(record, Set.of(), limits)) {
      CardId card = limited.issued("A-1", "card");
      limited.capture("A-1", CARD);
      String claim = limited.ruled(card, Outcome.FULL_REFUND, EffectWorld.PRICE);

      assertEquals("refund-needs-supervisor", refusal(limited.carry(claim, 1)));
      assertTrue(limited.task(claim, 1).task().ended().isEmpty());
      World.done(limited.begin(EffectWorld.SUPERVISOR, claim, 1).join());
      assertEquals(4_900, limited.provider.left("pi_A-1"));
    }
  }

  @Test
  void wordWithoutAnAmount_isAllOrMustBeSaid() {
    CardId card = effects.issued("A-1", "card");
    effects.capture("A-1", CARD);

    String part = effects.ruled(card, Outcome.PARTIAL_REFUND, "");
    assertEquals("task-amount-unsaid", refusal(effects.carry(part, 1)));
    String all = effects.ruled(card, Outcome.FULL_REFUND, "");
    assertEquals("money-line-unknown", refusal(effects.carry(all, List.of("gift"))));
    carriedByAll(all, 1);
    assertEquals(4_900, effects.provider.left("pi_A-1"));
  }

  @Test
  void whatIsNotPossible_leavesTheTaskOpen() {
    CardId card = effects.issued("A-1", "subscription");

    String choice = effects.ruled(card, Outcome.CUSTOMER_CHOICE, EffectWorld.PRICE);
    assertEquals("task-for-people", refusal(effects.carry(choice, 1)));
    String plan = effects.ruled(card, Outcome.CANCEL, "");
    assertEquals("task-no-subscription", refusal(effects.carry(plan, 1)));
    assertTrue(effects.task(plan, 1).task().ended().isEmpty());
    assertEquals("task-unknown", refusal(effects.carry(plan, 7)));
    String over = effects.ruled(card, Outcome.CANCEL, "");
    World.done(
        effects
            .claims
            .run()
            .close(EffectWorld.SUPPORT, over, new Closing(new ClaimNote(2, "done"), true))
            .join());
    assertEquals("task-ended", refusal(effects.carry(over, 1)));
  }

  @Test
  void parcelThatCameBack_isSentAgainByPeople() {
    CardId card = effects.ordered("A-1", "card");
    String claim = effects.ruled(card, Outcome.RESHIP, "");

    assertEquals("task-parcel-here", refusal(effects.carry(claim, 1)));
  }

  @Test
  void deletion_isDoneOnceItIsConfirmed() {
    CardId card = effects.ordered("A-1", "card");
    String claim = effects.ruled(card, Outcome.DELETE_DATA, "", Effect.PURGE_DATA);

    CarryOut.Outcome asked = World.done(effects.carry(claim, 1));
    assertTrue(asked.task().task().ended().isEmpty());
    DeletionPlan plan = asked.deletion().orElseThrow();
    World.done(effects.deletion.confirm(EffectWorld.SUPPORT, plan.holder(), plan.code()).join());

    assertEquals("holder " + plan.holder(), carriedByAll(claim, 1).reference());
    carriedByAll(claim, 2);
  }

  @Test
  void refundsByHand_countForTheClaimAndNeverExceedIt() {
    CardId card = effects.issued("A-1", "card");
    effects.capture("A-1", CARD);
    String denied = effects.ruled(card, Outcome.DENY, "");
    assertEquals("refund-exceeds-claim", byHand(EffectWorld.SUPPORT, denied, "0.01 INR"));

    String claim = effects.ruled(card, Outcome.PARTIAL_REFUND, "20.00 INR");
    World.done(effects.refundByHand(EffectWorld.SUPPORT, "A-1", claim, "15.00 INR"));
    assertEquals("refund-exceeds-claim", byHand(EffectWorld.SUPPORT, claim, "5.01 INR"));
    carriedByAll(claim, 1);
    assertEquals(2_000, effects.provider.left("pi_A-1"));
    assertEquals(2, effects.task(claim, 1).refunds().size());
    World.done(effects.refundByHand(EffectWorld.SUPERVISOR, "A-1", claim, "1.00 INR"));

    String open = effects.claim(card);
    assertEquals("refund-exceeds-claim", byHand(EffectWorld.SUPPORT, open, "0.01 INR"));
    String other = effects.ruled(card, Outcome.FULL_REFUND, "10.00 INR");
    World.done(effects.refundByHand(EffectWorld.SUPPORT, "A-1", other, "10.00 INR"));
    assertTrue(effects.end(other, 1).reference().startsWith("refund "), "it is done by that");
  }

  private String byHand(Caller caller, String claim, String amount) {
    return refusal(effects.refundByHand(caller, "A-1", claim, amount));
  }
}
