package tapwright.core.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tapwright.core.Checked;
import tapwright.core.policy.Money;

/**
 * Every state that one order's money can come to with two lines, three refunds and two disputes,
 * and every event in each of them.
 */
class MoneyWalkTest {

  private static final Instant EARLY = Instant.parse("2026-03-02T08:00:00Z");
  private static final Instant LATE = EARLY.plusSeconds(60);

  private static final OrderMoney PAID =
      OrderMoney.of(
          List.of(
              new Capture("card", "pay-1", euros(100)), new Capture("plan", "pay-1", euros(60))),
          List.of(),
          List.of());

  private static final Map<String, MoneyEvent.Reserved> WANTED =
      Map.of(
          "r1", new MoneyEvent.Reserved("r1", "card", euros(60)),
          "r2", new MoneyEvent.Reserved("r2", "card", euros(50)),
          "r3", new MoneyEvent.Reserved("r3", "plan", euros(60)));

  private static final List<MoneyEvent> DISPUTED = disputed();

  private static Money euros(long minorUnits) {
    return new Money(minorUnits, "EUR");
  }

  private static List<MoneyEvent> disputed() {
    List<MoneyEvent> reports = new ArrayList<>();
    for (DisputeStatus status : DisputeStatus.values()) {
      reports.add(report("d1", 160, status, EARLY));
    }
    reports.add(report("d1", 160, DisputeStatus.CHARGEBACK, LATE));
    reports.add(report("d2", 30, DisputeStatus.LOST, EARLY));
    reports.add(report("d2", 30, DisputeStatus.WON, LATE));
    return reports;
  }

  private static MoneyEvent report(String id, long amount, DisputeStatus status, Instant at) {
    return new MoneyEvent.Disputed(new Dispute(id, "pay-1", euros(amount), status, at));
  }

  /** What may be learnt in a state: of refunds that are there, and of disputes. */
  private static List<MoneyEvent> reports(OrderMoney money) {
    List<MoneyEvent> reports = new ArrayList<>(DISPUTED);
    for (String refund : money.refunds().keySet()) {
      Arrays.stream(RefundState.values())
          .filter(state -> state != RefundState.RESERVED)
          .forEach(state -> reports.add(new MoneyEvent.Reported(refund, state)));
    }
    return reports;
  }

  private static Collection<MoneyEvent.Reserved> wishes(OrderMoney money) {
    return WANTED.values().stream()
        .filter(wish -> !money.refunds().containsKey(wish.refund()))
        .toList();
  }

  private static OrderMoney after(OrderMoney money, MoneyEvent event) {
    return MoneyLife.apply(money, event).orThrow();
  }

  private static Set<OrderMoney> reachable() {
    Set<OrderMoney> known = new HashSet<>(Set.of(PAID));
    Deque<OrderMoney> open = new ArrayDeque<>(known);
    while (!open.isEmpty()) {
      OrderMoney money = open.pop();
      List<MoneyEvent> events = new ArrayList<>(reports(money));
      events.addAll(wishes(money));
      for (MoneyEvent event : events) {
        MoneyLife.apply(money, event).asOptional().filter(known::add).ifPresent(open::push);
      }
    }
    return known;
  }

  private static boolean isContradicted(OrderMoney money, MoneyEvent event) {
    return event instanceof MoneyEvent.Reported(String refund, RefundState _)
        && money.refunds().values().stream()
            .anyMatch(one -> one.id().equals(refund) && one.state() == RefundState.RELEASED);
  }

  @Test
  void everyEventInEveryState_paysNoMoneyTwice() {
    Set<OrderMoney> all = reachable();
    for (OrderMoney money : all) {
      wishes(money).forEach(wish -> reserves(money, wish));
      for (MoneyEvent report : reports(money)) {
        OrderMoney next = after(money, report);
        assertEquals(next, after(next, report), "a report that comes twice");
        if (!isContradicted(money, report)) {
          fits(money, next);
        }
      }
    }
    assertTrue(all.size() > 2_000, all.size() + " states");
  }

  /** What is granted fits the line and what no dispute is about; what is refused does not. */
  private static void reserves(OrderMoney money, MoneyEvent.Reserved wish) {
    Capture capture = money.captures().get(wish.line());
    boolean fits = capture != null && wish.amount().minorUnits() <= money.refundable(capture);
    switch (MoneyLife.apply(money, wish)) {
      case Checked.Passed<OrderMoney>(OrderMoney next) -> {
        assertTrue(fits, () -> money + " grants " + wish);
        assertEquals(0, next.ofLine(wish.line()).excess());
        assertEquals(0, next.ofPayment("pay-1").excess());
      }
      case Checked.Refused<OrderMoney> refused ->
          assertTrue(!fits, () -> money + " refuses " + wish + ": " + refused.refusal());
    }
  }

  /** No report makes a line give out more than it did, unless the provider contradicts itself. */
  private static void fits(OrderMoney before, OrderMoney after) {
    for (String line : after.captures().keySet()) {
      assertTrue(
          after.ofLine(line).excess() <= before.ofLine(line).excess(),
          () -> before + " becomes " + after);
    }
  }

  @Test
  void twoReportsInAnyOrder_leadToOneState() {
    List<OrderMoney> some =
        reachable().stream().filter(money -> money.disputes().size() < 2).limit(400).toList();
    for (OrderMoney money : some) {
      List<MoneyEvent> reports = reports(money);
      for (MoneyEvent one : reports) {
        for (MoneyEvent other : reports) {
          assertEquals(after(after(money, one), other), after(after(money, other), one));
        }
      }
    }
  }
}
