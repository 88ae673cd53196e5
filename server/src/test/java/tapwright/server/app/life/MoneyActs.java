package tapwright.server.app.life;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tapwright.core.money.Capture;
import tapwright.core.money.DisputeStatus;
import tapwright.core.money.RefundState;
import tapwright.core.policy.Money;
import tapwright.server.app.Answer;
import tapwright.server.app.World;
import tapwright.server.app.money.BookProvider;
import tapwright.server.app.money.CaptureRequest;
import tapwright.server.app.money.PaymentNotice;
import tapwright.server.app.money.RefundRequest;
import tapwright.server.record.money.StoredRefund;
import tapwright.server.record.order.IdempotencyKey;

/** What happens to the money of orders. */
final class MoneyActs extends Acts {
  private final List<LifeOrder> orders;

  MoneyActs(Acts same, List<LifeOrder> orders) {
    super(same);
    this.orders = orders;
  }

  void captured(LifeOrder order, Map<String, Long> lines) {
    order.money.captured.putAll(lines);
    List<Capture> captures =
        lines.entrySet().stream()
            .map(line -> new Capture(line.getKey(), order.payment(), inr(line.getValue())))
            .toList();
    World.done(
        node()
            .books
            .capture(
                order.seller.shop(),
                order.number,
                key("capture"),
                new CaptureRequest(captures, Optional.empty()))
            .join());
  }

  static Money inr(long minorUnits) {
    return new Money(minorUnits, "INR");
  }

  void mishap() {
    all.provider.next(
        chance(4) ? BookProvider.Mishap.TAKES_TIME : any(List.of(BookProvider.Mishap.values())));
  }

  RefundRequest wish(LifeOrder order) {
    String line = any(List.of("card", "plan"));
    long left = order.money.mayGoBack(line);
    long amount = chance(2) || left == 0 ? chance.between(1, 3_000) : 1 + chance.upTo((int) left);
    String claim = order.claims.isEmpty() || chance(2) ? "" : any(order.claims).id;
    return new RefundRequest(line, inr(amount), claim, "sample cause");
  }

  CompletableFuture<Answer<StoredRefund>> ask(
      LifeOrder order, IdempotencyKey key, RefundRequest wish) {
    return node().refunds.refund(order.seller.supervisor(), order.number, key, wish);
  }

  void refund(LifeOrder order) {
    RefundRequest wish = wish(order);
    IdempotencyKey key = key("refund");
    boolean may = wish.amount().minorUnits() <= order.money.mayGoBack(wish.line());
    mishap();
    if (chance(4)) {
      all.ledger.failNext(
          any(List.of(FaultyLedger.Fault.BEFORE_COMMIT, FaultyLedger.Fault.AFTER_COMMIT)),
          chance.upTo(2));
      Answer<StoredRefund> _ =
          ask(order, key, wish).exceptionally(failure -> Answer.refused(Looks.FAULT)).join();
      all.ledger.heal();
    }
    Answer<StoredRefund> answer = ask(order, key, wish).join();
    if (agreed("a refund of " + wish.amount() + " of " + order.number, may, answer)) {
      goesBack(order, World.done(answer));
      if (chance(4)) {
        Answer<StoredRefund> same = ask(order, key, wish).join();
        if (!World.done(same).id().equals(World.done(answer).id())) {
          wrong.add("one key made two refunds");
        }
      }
    }
  }

  static void goesBack(LifeOrder order, StoredRefund refund) {
    order.money.back.put(
        refund.id(),
        new MoneyModel.Back(
            refund.refund().line(), refund.refund().amount().minorUnits(), RefundState.RESERVED));
  }

  /** Whichever comes first, both together never give back more than there is. */
  void twoRefunds(LifeOrder order) {
    RefundRequest one = wish(order);
    RefundRequest other = wish(order);
    mishap();
    var first = ask(order, key("refund"), one);
    var second = ask(order, key("refund"), other);
    boolean oneDone = first.join() instanceof Answer.Done<StoredRefund>;
    boolean otherDone = second.join() instanceof Answer.Done<StoredRefund>;
    MoneyModel money = order.money;
    boolean oneFits = one.amount().minorUnits() <= money.mayGoBack(one.line());
    boolean otherFits = other.amount().minorUnits() <= money.mayGoBack(other.line());
    if ((oneDone && !oneFits)
        || (otherDone && !otherFits)
        || (oneFits && otherFits && !oneDone && !otherDone)) {
      wrong.add(
          "of two refunds at once, " + one + " is " + oneDone + ", " + other + " is " + otherDone);
    }
    if (first.join() instanceof Answer.Done<StoredRefund>(StoredRefund refund)) {
      goesBack(order, refund);
    }
    if (second.join() instanceof Answer.Done<StoredRefund>(StoredRefund refund)) {
      goesBack(order, refund);
    }
  }

  void dispute(LifeOrder order) {
    all.advance(Duration.ofSeconds(1));
    all.provider.dispute(
        "dp_" + order.number + "_" + chance.upTo(2),
        order.payment(),
        inr(chance.between(1, 6_900)),
        any(List.of(DisputeStatus.values())));
  }

  /** Some of what the provider has told, in whatever order, some of it again. */
  void notices() {
    List<PaymentNotice> told = new ArrayList<>(all.provider.notices);
    for (int i = 0; i < chance.between(1, 4) && !told.isEmpty(); i++) {
      deliver(any(told));
    }
  }

  void deliver(PaymentNotice notice) {
    all.deliver(chance.upTo(2), notice);
    if (notice.content() instanceof PaymentNotice.DisputeSeen seen) {
      MoneyModel money = owner(seen.payments().getFirst()).money;
      MoneyModel.Quarrel known = money.quarrels.get(seen.id());
      if (known == null || notice.at().isAfter(known.at())) {
        money.quarrels.put(
            seen.id(),
            new MoneyModel.Quarrel(seen.amount().minorUnits(), seen.status(), notice.at()));
      }
    }
  }

  LifeOrder owner(String payment) {
    return orders.stream()
        .filter(order -> order.payment().equals(payment))
        .findFirst()
        .orElseThrow();
  }
}
