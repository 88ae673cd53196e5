package tapwright.server.app.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.card.CardId;
import tapwright.core.money.RefundState;
import tapwright.core.plan.PlanEvent;
import tapwright.core.policy.pack.Outcome;
import tapwright.core.trail.Subject;
import tapwright.server.app.Answer;
import tapwright.server.app.NewRecord;
import tapwright.server.app.World;
import tapwright.server.app.money.BookProvider;
import tapwright.server.app.money.RefundRequest.PlanEventKey;
import tapwright.server.record.claim.Deadlines;
import tapwright.server.record.money.StoredRefund;

/** Money of claims that could go back twice, or too little of it, by ways that cross each other. */
class PaidOnceTest implements NewRecord {

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

  private CardId paid(String line) {
    CardId card = effects.issued("A-1", line);
    effects.capture("A-1", Map.of("card", EffectWorld.PRICE));
    return card;
  }

  private long left() {
    return effects.provider.left("pi_A-1");
  }

  private boolean isOpen(String claim, int number) {
    return effects.task(claim, number).task().ended().isEmpty();
  }

  /** The plan's tenth day of 31, on which the seller gives it up. */
  private PlanEventKey ended(String plan) {
    effects.world.clock.advance(Duration.ofDays(10));
    return new PlanEventKey(plan, effects.act(plan, PlanEvent.Step.DISCONTINUED));
  }

  @Test
  void planThatOwesWhatAClaimPaid_isForSupervisors() {
    CardId card = paid("subscription");
    String plan = effects.plan("A-1");
    World.done(effects.carry(effects.ruled(card, Outcome.PRORATED_REFUND, "33.20 INR"), 1));
    PlanEventKey event = ended(plan);

    assertEquals(
        "refund-paid-by-claim",
        refusal(effects.refundOwed(EffectWorld.SUPPORT, "A-1", event, "0.01 INR")));
    assertEquals(3_320, left());
    World.done(effects.refundOwed(EffectWorld.SUPERVISOR, "A-1", event, "1.00 INR"));
  }

  @Test
  void planThatOwesMoreThanAClaimPaid_givesTheRest() {
    CardId card = paid("subscription");
    String plan = effects.plan("A-1");
    World.done(effects.carry(effects.ruled(card, Outcome.PARTIAL_REFUND, "3.20 INR"), 1));
    PlanEventKey event = ended(plan);

    assertEquals(
        "refund-paid-by-claim",
        refusal(effects.refundOwed(EffectWorld.SUPPORT, "A-1", event, "30.01 INR")));
    World.done(effects.refundOwed(EffectWorld.SUPPORT, "A-1", event, "30.00 INR"));
    assertEquals(3_320, left());
  }

  @Test
  void claimOverWhatAPlanPaid_needsAWordOnIt() {
    CardId card = paid("subscription");
    PlanEventKey event = ended(effects.plan("A-1"));
    World.done(effects.refundOwed(EffectWorld.SUPPORT, "A-1", event, "33.20 INR"));
    String claim = effects.ruled(card, Outcome.PRORATED_REFUND, "10.00 INR");

    assertEquals("refund-paid-by-plan", refusal(effects.carry(claim, 1)));
    assertEquals(
        "refund-paid-by-plan",
        refusal(effects.refundByHand(EffectWorld.SUPPORT, "A-1", claim, "10.00 INR")));
    assertEquals(
        "refund-paid-by-plan",
        refusal(effects.begin(EffectWorld.SUPERVISOR, claim, 1).join()),
        "a click is no word on it");
    assertEquals(
        "refund-paid-by-plan", refusal(effects.carryBesides(EffectWorld.SUPPORT, claim, 1)));
    assertEquals(3_320, left());
    World.done(effects.carryBesides(EffectWorld.SUPERVISOR, claim, 1));
    assertEquals(4_320, left());
  }

  @Test
  void claimAboutACard_doesNotTouchWhatItsPlanPaid() {
    CardId card = paid("card");
    PlanEventKey event = ended(effects.plan("A-1"));
    World.done(effects.refundOwed(EffectWorld.SUPPORT, "A-1", event, "33.20 INR"));

    World.done(effects.carry(effects.ruled(card, Outcome.PARTIAL_REFUND, "10.00 INR"), 1));
    assertEquals(4_320, left());
  }

  @Test
  void moneyThatWentByHand_isNotPaidOnceMore() {
    String claim = effects.ruled(paid("card"), Outcome.FULL_REFUND, EffectWorld.PRICE);
    World.done(effects.endedByHand(claim, 1, "bank transfer 4711"));
    effects.overridden(claim, Outcome.FULL_REFUND, EffectWorld.PRICE);

    assertEquals("refund-paid-by-hand", refusal(effects.carry(claim, 2)));
    assertEquals(
        "refund-paid-by-hand", refusal(effects.begin(EffectWorld.SUPERVISOR, claim, 2).join()));
    assertEquals(
        "refund-paid-by-hand",
        refusal(effects.refundByHand(EffectWorld.SUPPORT, "A-1", claim, "1.00 INR")));
    assertEquals(0, left());
    World.done(effects.carryBesides(EffectWorld.SUPERVISOR, claim, 2));
    assertEquals(4_900, left());
  }

  @Test
  void refundsOnRecord_areNoHand() {
    String claim = effects.ruled(paid("card"), Outcome.PARTIAL_REFUND, "9.00 INR");
    World.done(effects.carry(claim, 1));
    effects.world.clock.advance(Duration.ofMinutes(1));
    effects.overridden(claim, Outcome.FULL_REFUND, EffectWorld.PRICE);

    World.done(effects.carry(claim, 2));
    assertEquals(4_900, left());
    assertEquals(1, effects.task(claim, 1).refunds().size(), "the second came after its end");
    assertEquals(2, effects.task(claim, 2).refunds().size());
    assertEquals(
        ids(effects.task(claim, 2).refunds()), effects.end(claim, 2).reference().substring(7));
  }

  private static String ids(List<StoredRefund> refunds) {
    return String.join(", ", refunds.stream().map(StoredRefund::id).toList());
  }

  @Test
  void wordThatGrantsAll_isDoneWhenAllLinesAreEmpty() {
    CardId card = effects.issued("A-1", "card");
    effects.capture("A-1", Map.of("card", EffectWorld.PRICE, "extra", "10.00 INR"));
    String claim = effects.ruled(card, Outcome.FULL_REFUND, "");

    World.done(effects.carry(claim, List.of("card")));
    assertTrue(isOpen(claim, 1));
    assertEquals("task-nothing-left", refusal(effects.carry(claim, List.of("card"))));
    effects.provider.next(BookProvider.Mishap.DECLINES);
    World.done(effects.carry(claim, List.of("card", "extra")));
    assertTrue(isOpen(claim, 1), "the second line was declined");
    World.done(effects.carry(claim, List.of("extra")));
    assertEquals(5_900, left());
    List<StoredRefund> made =
        effects.task(claim, 1).refunds().stream()
            .filter(one -> one.refund().state() == RefundState.REFUNDED)
            .toList();
    assertEquals("refund " + ids(made), effects.end(claim, 1).reference());
  }

  @Test
  void wordThatGrantsAll_givesWhatGoodwillLeft() {
    CardId card = paid("card");
    World.done(effects.refundByHand(EffectWorld.SUPPORT, "A-1", "", "10.00 INR"));
    String claim = effects.ruled(card, Outcome.FULL_REFUND, "");

    World.done(effects.carry(claim, 1));
    assertEquals(4_900, left());
    assertTrue(!isOpen(claim, 1));
  }

  @Test
  void refundOnItsWay_keepsTheClaimOpenAndIsTold() {
    String claim = effects.ruled(paid("card"), Outcome.FULL_REFUND, EffectWorld.PRICE);
    effects.provider.next(BookProvider.Mishap.LOSES_THE_ANSWER);
    World.done(effects.carry(claim, 1));

    assertEquals("claim-refund-under-way", refusal(effects.closing(claim)));
    effects.overridden(claim, Outcome.DENY, "");
    assertTrue(
        effects.trail(Subject.Area.CLAIM, claim).getLast().detail().contains("refundsUnderWay"));
    assertEquals("claim-refund-under-way", refusal(effects.closing(claim)));
    effects.world.clock.advance(Duration.ofMinutes(5));
    effects.reconcile.round().join();
    var told = effects.trail(Subject.Area.CLAIM, claim).getLast();
    assertEquals("refund-made", told.kind());
    assertTrue(told.cause().startsWith("claim " + claim), told.cause());
    effects.close(claim);
  }

  @Test
  void whatIsLearntOfARefund_saysWhyItWasMade() {
    String claim = effects.ruled(paid("card"), Outcome.FULL_REFUND, EffectWorld.PRICE);
    effects.provider.next(BookProvider.Mishap.DECLINES);
    World.done(effects.carry(claim, 1));
    World.done(effects.carry(claim, 1));

    for (String kind : List.of("refund-not-made", "task-done")) {
      assertTrue(cause(Subject.Area.CLAIM, claim, kind).startsWith("claim " + claim), kind);
    }
    String order = effects.task(claim, 1).refunds().getFirst().order().id();
    assertTrue(cause(Subject.Area.MONEY, order, "refund-refunded").startsWith("claim " + claim));
  }

  private String cause(Subject.Area area, String id, String kind) {
    return effects.trail(area, id).stream()
        .filter(entry -> entry.kind().equals(kind))
        .findFirst()
        .orElseThrow()
        .cause();
  }

  @Test
  void wordThatPaysAnew_setsTheDateOfTheRefundAnew() {
    String claim = effects.ruled(paid("card"), Outcome.FULL_REFUND, EffectWorld.PRICE);
    Deadlines.Standing first = refundDate(claim);
    effects.overridden(claim, Outcome.DENY, "");
    assertTrue(refundDate(claim).metAt().isPresent());
    effects.world.clock.advance(Duration.ofDays(3));

    effects.overridden(claim, Outcome.PARTIAL_REFUND, "9.00 INR");
    assertTrue(refundDate(claim).metAt().isEmpty());
    assertTrue(refundDate(claim).dueAt().isAfter(first.dueAt()));
    World.done(effects.carry(claim, 2));
    effects.overridden(claim, Outcome.PARTIAL_REFUND, "8.00 INR");
    assertTrue(refundDate(claim).metAt().isPresent(), "all of it has left");
    effects.overridden(claim, Outcome.PARTIAL_REFUND, "40.00 INR");
    assertTrue(refundDate(claim).metAt().isEmpty());
  }

  private Deadlines.Standing refundDate(String claim) {
    return World.done(effects.claims.see().view(EffectWorld.SUPPORT, claim).join())
        .deadlines()
        .stream()
        .filter(one -> one.step().equals("refund"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void dateThatIsMet_doesNotStandBeforeADeletion() {
    CardId card = paid("card");
    String claim = effects.ruled(card, Outcome.FULL_REFUND, EffectWorld.PRICE);
    World.done(effects.carry(claim, 1));
    String deletion = effects.ruled(card, Outcome.DELETE_DATA, "");

    assertTrue(World.done(effects.carry(deletion, 1)).deletion().isPresent());
  }

  @Test
  void whatTheSellerChooses_isForSupervisors() {
    String claim = effects.ruled(paid("card"), Outcome.SELLER_CHOICE, "");

    assertEquals(
        "refund-exceeds-claim",
        refusal(effects.refundByHand(EffectWorld.SUPPORT, "A-1", claim, "1.00 INR")));
    assertEquals("task-needs-supervisor", refusal(effects.endedByHand(claim, 1, "chosen")));
    assertTrue(isOpen(claim, 1));
    World.done(effects.refundByHand(EffectWorld.SUPERVISOR, "A-1", claim, EffectWorld.PRICE));
    assertTrue(!isOpen(claim, 1));
  }

  @Test
  void sumsThatCannotBe_areNoRuling() {
    CardId card = paid("card");

    assertEquals("ruling-amount-currency", ruling(card, Outcome.PARTIAL_REFUND, "9.00 USD"));
    assertEquals("ruling-amount-zero", ruling(card, Outcome.PARTIAL_REFUND, "0.00 INR"));
    assertEquals("ruling-amount-unpaid", ruling(card, Outcome.DENY, "9.00 INR"));
  }

  private String ruling(CardId card, Outcome outcome, String amount) {
    return refusal(effects.ruling(effects.claim(card), outcome, amount));
  }

  /** Ruled before anything was paid, so that nobody could know the currency. */
  @Test
  void sumInAnotherCurrency_isNeverPaidByOtherMoney() {
    CardId card = effects.issued("A-1", "card");
    String claim = effects.ruled(card, Outcome.PARTIAL_REFUND, "9.00 USD");
    effects.capture("A-1", Map.of("card", EffectWorld.PRICE));
    World.done(effects.refundByHand(EffectWorld.SUPERVISOR, "A-1", claim, "20.00 INR"));

    assertTrue(isOpen(claim, 1));
    assertEquals("money-currency-differs", refusal(effects.carry(claim, 1)));
    assertEquals(
        "money-currency-differs",
        refusal(effects.refundByHand(EffectWorld.SUPPORT, "A-1", claim, "9.00 USD")));
  }
}
