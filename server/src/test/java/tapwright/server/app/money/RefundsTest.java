package tapwright.server.app.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.money.Capture;
import tapwright.core.money.DisputeStatus;
import tapwright.core.money.RefundState;
import tapwright.core.trail.Subject;
import tapwright.server.app.Answer;
import tapwright.server.app.NewRecord;
import tapwright.server.app.World;
import tapwright.server.record.Ledger;
import tapwright.server.record.money.StoredRefund;

class RefundsTest implements NewRecord {

  private static final Map<String, String> CARD = Map.of("card", "49.00 EUR");

  @TempDir private Path folder;
  private MoneyWorld world;

  @BeforeEach
  void open() {
    world = new MoneyWorld(newRecord(folder));
  }

  @AfterEach
  void close() {
    world.close();
  }

  private static RefundState state(Answer<StoredRefund> answer) {
    return World.done(answer).refund().state();
  }

  private static String refusal(Answer<?> answer) {
    return World.refused(answer).refusal().code().code();
  }

  @Test
  void refund_isReservedPaidAndOnTheTrail() {
    Subject order = world.paid("A-1", "pi_1", CARD);

    assertEquals(RefundState.REFUNDED, state(world.refund("A-1", "k1", "card", "20.00 EUR")));
    assertEquals(2_000, world.provider.left("pi_1"));
    assertEquals(List.of("captured", "refund-reserved", "refund-refunded"), world.kinds(order));
    assertEquals(2_900, world.money(order).total().rest());
    assertEquals("supervisor", world.trail(order).get(1).by().role());
  }

  @Test
  void doubleClick_paysOnce() {
    world.paid("A-1", "pi_1", CARD);
    StoredRefund first = World.done(world.refund("A-1", "k1", "card", "20.00 EUR"));

    assertEquals(first.id(), World.done(world.refund("A-1", "k1", "card", "20.00 EUR")).id());
    assertEquals(2_000, world.provider.left("pi_1"));
    world.paid("A-2", "pi_2", CARD);
    assertEquals("idempotency-key-reused", refusal(world.refund("A-2", "k1", "card", "20.00 EUR")));
  }

  @Test
  void concurrentRefundsOfOneLine_neverExceedIt() {
    Subject order = world.paid("A-1", "pi_1", CARD);
    List<CompletableFuture<Answer<StoredRefund>>> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      all.add(
          world.refunds.refund(
              MoneyWorld.SUPERVISOR,
              "A-1",
              MoneyWorld.key("k" + i),
              MoneyWorld.wish("card", MoneyWorld.money("20.00 EUR"))));
    }
    long done = all.stream().filter(one -> one.join() instanceof Answer.Done<?>).count();

    assertEquals(2, done);
    assertEquals(4_000, world.provider.left("pi_1"));
    assertEquals(0, world.money(order).total().excess());
  }

  @Test
  void providerThatDeclines_freesTheMoney() {
    Subject order = world.paid("A-1", "pi_1", CARD);
    world.provider.next(BookProvider.Mishap.DECLINES);

    assertEquals(RefundState.RELEASED, state(world.refund("A-1", "k1", "card", "49.00 EUR")));
    assertEquals(4_900, world.money(order).total().rest());
    assertEquals("declined", world.trail(order).getLast().cause());
  }

  @Test
  void answerThatIsLost_blocksTheMoneyUntilItIsKnown() {
    Subject order = world.paid("A-1", "pi_1", CARD);
    world.provider.next(BookProvider.Mishap.LOSES_THE_ANSWER);

    assertEquals(RefundState.UNKNOWN, state(world.refund("A-1", "k1", "card", "49.00 EUR")));
    assertEquals("refund-exceeds-line", refusal(world.refund("A-1", "k2", "card", "0.01 EUR")));
    world.clock.advance(Duration.ofMinutes(5));
    assertEquals(1, world.reconcile.round().join());
    assertEquals(4_900, world.money(order).total().refunded());
    assertEquals(4_900, world.provider.left("pi_1"));
    assertEquals(0, world.reconcile.round().join());
  }

  @Test
  void questionThatIsLost_isAskedAgainByTheSameKey() {
    Subject order = world.paid("A-1", "pi_1", CARD);
    world.provider.next(BookProvider.Mishap.FAILS);
    assertEquals(RefundState.UNKNOWN, state(world.refund("A-1", "k1", "card", "49.00 EUR")));

    world.clock.advance(Duration.ofMinutes(5));
    world.reconcile.round().join();
    assertEquals(4_900, world.money(order).total().refunded());
    assertEquals(1, world.provider.entries.size());
  }

  @Test
  void crashBetweenReservingAndCalling_isTakenUp() {
    Subject order = world.paid("A-1", "pi_1", CARD);
    World.done(
        world
            .refunds
            .reserve(
                MoneyWorld.SUPERVISOR,
                "A-1",
                MoneyWorld.key("k1"),
                MoneyWorld.wish("card", MoneyWorld.money("49.00 EUR")))
            .join());

    assertEquals(0, world.reconcile.round().join());
    world.clock.advance(RefundLine.CALL_IS_OVER);
    assertEquals(1, world.reconcile.round().join());
    assertEquals(4_900, world.money(order).total().refunded());
  }

  @Test
  void refundThatNeverArrived_isFreedOnlyWhenNothingCanCome() {
    Subject order = world.paid("A-1", "pi_1", CARD);
    world.provider.next(BookProvider.Mishap.LOSES_THE_QUESTION);
    world.refund("A-1", "k1", "card", "49.00 EUR");

    world.clock.advance(PayRefund.KEY_HOLDS);
    world.reconcile.round().join();
    assertEquals(4_900, world.money(order).total().reserved());
    world.clock.advance(Duration.ofHours(3));
    world.reconcile.round().join();
    assertEquals(4_900, world.money(order).total().rest());
    assertEquals("it never arrived", world.trail(order).getLast().cause());
    assertEquals(0, world.provider.left("pi_1"));
  }

  @Test
  void notices_countOnceInAnyOrder() {
    Subject order = world.paid("A-1", "pi_1", CARD);
    world.provider.next(BookProvider.Mishap.TAKES_TIME);
    assertEquals(RefundState.PENDING, state(world.refund("A-1", "k1", "card", "49.00 EUR")));
    world.provider.finish(false);

    for (PaymentNotice notice : world.provider.notices.reversed()) {
      assertTrue(World.done(world.deliver(notice)));
      assertEquals(false, World.done(world.deliver(notice)));
    }
    assertEquals(4_900, world.money(order).total().rest());
    assertEquals("refund-failed", world.kinds(order).getLast());
  }

  @Test
  void noticeOfAPaymentThatIsNotOnRecordYet_isToBeSentAgain() {
    Subject order = world.order("A-1");
    world.provider.dispute("dp_1", "pi_1", MoneyWorld.money("49.00 EUR"), DisputeStatus.CHARGEBACK);
    PaymentNotice notice = world.provider.notices.getFirst();

    assertEquals("payment-notice-early", refusal(world.deliver(notice)));
    world.capture("A-1", "pi_1", CARD);
    assertTrue(World.done(world.deliver(notice)));
    assertEquals("refund-disputed", refusal(world.refund("A-1", "k1", "card", "1.00 EUR")));
    assertEquals(List.of("captured", "dispute-chargeback"), world.kinds(order));
  }

  @Test
  void disputeByHand_standsAsTheLatestReportSays() {
    Subject order = world.paid("A-1", "pi_1", CARD);
    for (DisputeStatus status : List.of(DisputeStatus.LOST, DisputeStatus.WON)) {
      world.clock.advance(Duration.ofDays(1));
      World.done(
          world
              .books
              .dispute(
                  MoneyWorld.SUPPORT,
                  "A-1",
                  MoneyWorld.key("dispute " + status),
                  new DisputeReport(
                      "dp_1", "pi_1", MoneyWorld.money("49.00 EUR"), status, Optional.empty()))
              .join());
    }

    assertEquals(4_900, world.money(order).total().rest());
    assertEquals(List.of("captured", "dispute-lost", "dispute-won"), world.kinds(order));
  }

  @Test
  void paymentOfAnotherOrder_isRefusedAndNothingIsKept() {
    world.paid("A-1", "pi_1", CARD);
    Subject other = world.order("A-2");

    assertEquals(
        "payment-taken",
        refusal(
            world
                .books
                .capture(
                    MoneyWorld.SHOP,
                    "A-2",
                    MoneyWorld.key("c2"),
                    new CaptureRequest(
                        List.of(
                            new Capture("card", "pi_2", MoneyWorld.money("1.00 EUR")),
                            new Capture("plan", "pi_1", MoneyWorld.money("1.00 EUR"))),
                        Optional.empty()))
                .join()));
    assertEquals(List.of(), world.trail(other));
    assertEquals("order-unknown", refusal(world.refund("A-3", "k1", "card", "1.00 EUR")));
    assertEquals("money-line-unknown", refusal(world.refund("A-1", "k1", "plan", "1.00 EUR")));
  }

  @Test
  void refundsAboveTheLimit_needASupervisor() {
    RefundLimits limits = RefundLimits.of(List.of(MoneyWorld.money("30.00 EUR")));
    world.close();
    world = new MoneyWorld(again(), limits, payments -> payments);
    world.paid("A-1", "pi_1", CARD);

    assertEquals(RefundState.REFUNDED, state(asSupport("k1", "20.00 EUR")));
    assertEquals("refund-needs-supervisor", refusal(asSupport("k2", "10.01 EUR")));
    assertEquals(RefundState.REFUNDED, state(asSupport("k3", "10.00 EUR")));
    assertEquals(RefundState.REFUNDED, state(world.refund("A-1", "k4", "card", "19.00 EUR")));
  }

  private Ledger again() {
    return newRecord(folder);
  }

  private Answer<StoredRefund> asSupport(String key, String amount) {
    return world
        .refunds
        .refund(
            MoneyWorld.SUPPORT,
            "A-1",
            MoneyWorld.key(key),
            MoneyWorld.wish("card", MoneyWorld.money(amount)))
        .join();
  }
}
