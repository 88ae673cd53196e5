package tapwright.server.app.money;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import tapwright.core.money.Capture;
import tapwright.core.money.Dispute;
import tapwright.core.money.DisputeStatus;
import tapwright.core.money.OrderMoney;
import tapwright.core.money.Refund;
import tapwright.core.money.RefundState;
import tapwright.core.policy.Money;
import tapwright.core.trail.Subject;
import tapwright.core.trail.TrailEntry;
import tapwright.server.app.Answer;
import tapwright.server.record.money.StoredRefund;

/**
 * One life of one order's money, drawn from a seed: clicks, double clicks, refunds beside each
 * other, calls that fail in every way, processes that die between steps, notices that come twice,
 * late and in disorder, and disputes.
 */
final class MoneyHistory {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int STEPS = 14;
  private static final List<String> LINES = List.of("card", "plan", "extra");

  private final MoneyWorld world;
  private final Random random;
  private final String number;
  private final Subject order;
  private final List<String> wrong = new ArrayList<>();
  private int keys;

  MoneyHistory(MoneyWorld world, long seed) {
    this.world = world;
    this.random = new Random(seed);
    this.number = "H-" + seed;
    world.provider.forget();
    this.order = world.order(number);
    world.capture(number, payment(0), Map.of("card", "49.00 EUR", "plan", "20.00 EUR"));
    world.capture(number, payment(1), Map.of("extra", "9.90 EUR"));
  }

  private String payment(int which) {
    return "pi_" + number + "_" + which;
  }

  /** Lives it and lets all come to rest; what is not as it must be, a line each. */
  List<String> live() {
    for (int i = 0; i < STEPS; i++) {
      step();
      fits("after step " + i);
    }
    rest();
    compare();
    return wrong;
  }

  private void step() {
    switch (random.nextInt(9)) {
      case 0, 1 -> click();
      case 2 -> beside();
      case 3 -> dieAfterReserving();
      case 4 -> dieAfterCalling();
      case 5 -> pass(Duration.ofMinutes(random.nextInt(1, 90)));
      case 6 -> deliver(random.nextInt(1, 4));
      case 7 -> dispute();
      default -> world.provider.finish(random.nextInt(4) > 0);
    }
  }

  private void mishap() {
    BookProvider.Mishap[] all = BookProvider.Mishap.values();
    world.provider.next(all[random.nextInt(all.length)]);
  }

  /** A new wish, or one of those that were sent before. */
  private CompletableFuture<Answer<StoredRefund>> wish() {
    int key = random.nextInt(5) == 0 && keys > 0 ? random.nextInt(keys) : keys++;
    // What is sent again is the same, so it hangs on the key alone.
    Random drawn = new Random(number.hashCode() * 31L + key);
    Money amount = new Money(drawn.nextInt(1, 3_000), "EUR");
    return world.refunds.refund(
        MoneyWorld.SUPERVISOR,
        number,
        MoneyWorld.key(number + "-" + key),
        MoneyWorld.wish(LINES.get(drawn.nextInt(LINES.size())), amount));
  }

  private void click() {
    mishap();
    wish().join();
  }

  private void beside() {
    mishap();
    CompletableFuture<?> one = wish();
    CompletableFuture<?> other = wish();
    CompletableFuture.allOf(one, other, world.reconcile.round()).join();
  }

  /** What is left of a process that dies is what it has put on record. */
  private Answer<RefundLine.Reservation> dieAfterReserving() {
    return world
        .refunds
        .reserve(
            MoneyWorld.SUPERVISOR,
            number,
            MoneyWorld.key(number + "-" + keys++),
            MoneyWorld.wish(
                LINES.get(random.nextInt(LINES.size())),
                new Money(random.nextInt(1, 3_000), "EUR")))
        .join();
  }

  private void dieAfterCalling() {
    if (dieAfterReserving() instanceof Answer.Done<RefundLine.Reservation>(var reserved)) {
      mishap();
      StoredRefund refund = reserved.refund();
      world
          .provider
          .refund(
              new Payments.Wanted(
                  refund.id(), refund.payment(), refund.refund().amount(), order.id()))
          .exceptionally(failure -> new PaymentOutcome.None())
          .join();
    }
  }

  private void pass(Duration time) {
    world.clock.advance(time);
    world.provider.arrive();
    mishap();
    world.reconcile.round().join();
  }

  private void dispute() {
    DisputeStatus[] all = DisputeStatus.values();
    world.provider.dispute(
        "dp_" + number + "_" + random.nextInt(2),
        payment(0),
        new Money(6_900, "EUR"),
        all[random.nextInt(all.length)]);
    world.clock.advance(Duration.ofSeconds(random.nextInt(3)));
  }

  private List<PaymentNotice> notices() {
    return new ArrayList<>(world.provider.notices);
  }

  private void deliver(int count) {
    List<PaymentNotice> some = notices();
    for (int i = 0; i < count && !some.isEmpty(); i++) {
      world.deliver(some.get(random.nextInt(some.size())));
    }
  }

  /** The provider answers again, all that was held up comes, and every notice, in disorder. */
  private void rest() {
    world.provider.next(BookProvider.Mishap.NONE);
    for (int i = 0; i < 6; i++) {
      world.clock.advance(Duration.ofHours(2));
      world.provider.arrive();
      world.reconcile.round().join();
      world.provider.finish(true);
    }
    world.clock.advance(Duration.ofHours(26));
    world.reconcile.round().join();
    List<PaymentNotice> all = notices();
    all.addAll(notices());
    Collections.shuffle(all, random);
    all.forEach(world::deliver);
  }

  /** At every instant: nothing is granted beyond what came in, by our books and by theirs. */
  private void fits(String when) {
    OrderMoney money = world.money(order);
    for (String line : money.captures().keySet()) {
      if (money.ofLine(line).excess() > 0) {
        wrong.add(number + " " + when + ": line " + line + " gives more than it got");
      }
    }
    for (int which = 0; which < 2; which++) {
      if (world.provider.left(payment(which)) > money.ofPayment(payment(which)).captured()) {
        wrong.add(number + " " + when + ": the provider paid more than was captured");
      }
    }
  }

  /** At rest: our books, the provider's and the trail say the same, to the cent. */
  private void compare() {
    fits("at rest");
    OrderMoney money = world.money(order);
    for (int which = 0; which < 2; which++) {
      long ours = money.ofPayment(payment(which)).refunded();
      long theirs = world.provider.left(payment(which));
      if (ours != theirs) {
        wrong.add("%s: we refunded %d, the provider %d".formatted(number, ours, theirs));
      }
    }
    if (money.refunds().values().stream().anyMatch(refund -> refund.state().isReserving())) {
      wrong.add(number + ": a refund is open for ever: " + money.refunds());
    }
    OrderMoney told = told(world.trail(order));
    if (!told.equals(money)) {
      wrong.add(number + ": the trail tells " + told + ", the books " + money);
    }
  }

  /** What the trail alone tells, read without the code that wrote it. */
  private static OrderMoney told(List<TrailEntry> trail) {
    OrderMoney money = OrderMoney.NOTHING;
    for (TrailEntry entry : trail) {
      money = told(money, entry);
    }
    return money;
  }

  private static OrderMoney told(OrderMoney money, TrailEntry entry) {
    JsonNode detail = json(entry.detail());
    Money amount = MoneyWorld.money(detail.get("amount").asText());
    List<Capture> captures = new ArrayList<>(money.captures().values());
    List<Refund> refunds = new ArrayList<>(money.refunds().values());
    List<Dispute> disputes = new ArrayList<>(money.disputes().values());
    String word = entry.kind().substring(entry.kind().indexOf('-') + 1).toUpperCase(Locale.ROOT);
    if (entry.kind().equals("captured")) {
      captures.add(
          new Capture(detail.get("line").asText(), detail.get("payment").asText(), amount));
    } else if (entry.kind().startsWith("refund-")) {
      String id = detail.get("refundId").asText();
      refunds.removeIf(refund -> refund.id().equals(id));
      refunds.add(new Refund(id, detail.get("line").asText(), amount, RefundState.valueOf(word)));
    } else {
      String id = detail.get("disputeId").asText();
      disputes.removeIf(dispute -> dispute.id().equals(id));
      disputes.add(
          new Dispute(
              id,
              detail.get("payment").asText(),
              amount,
              DisputeStatus.valueOf(word),
              Instant.parse(detail.get("at").asText())));
    }
    return OrderMoney.of(captures, refunds, disputes);
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }
}
