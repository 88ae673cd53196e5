package tapwright.core.money;

import java.util.Optional;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.policy.Money;

/**
 * How the money of an order goes from state to state: the one place that says what may be refunded.
 *
 * <p>What we do is refused where it would pay more than came in. What a provider or a bank reports
 * has happened already, so it is taken even where it shows that a customer was paid twice ({@link
 * Balance#excess}); a report that tells nothing new leaves everything as it is.
 */
public final class MoneyLife {

  /** Ten thousand million of most currencies; sums of many such amounts are numbers still. */
  static final long MOST_MINOR_UNITS = 1_000_000_000_000L;

  private MoneyLife() {}

  /** The money after the event, or why it cannot happen. */
  public static Checked<OrderMoney> apply(OrderMoney money, MoneyEvent event) {
    return switch (event) {
      case MoneyEvent.Captured(Capture capture) -> captured(money, capture);
      case MoneyEvent.Reserved reserved -> reserved(money, reserved);
      case MoneyEvent.Reported reported -> Checked.passed(reported(money, reported));
      case MoneyEvent.Disputed(Dispute report) -> disputed(money, report);
    };
  }

  private static Checked<OrderMoney> captured(OrderMoney money, Capture capture) {
    return wrong(money, capture.amount())
        .or(() -> capturedBefore(money, capture))
        .<Checked<OrderMoney>>map(Checked::refused)
        .orElseGet(() -> Checked.passed(money.with(capture)));
  }

  private static Optional<Refusal> capturedBefore(OrderMoney money, Capture capture) {
    return money.captures().containsKey(capture.line())
        ? Optional.of(MoneyRefusal.LINE_CAPTURED.with("line", capture.line()))
        : Optional.empty();
  }

  private static Checked<OrderMoney> reserved(OrderMoney money, MoneyEvent.Reserved wanted) {
    if (money.refunds().containsKey(wanted.refund())) {
      throw new IllegalArgumentException("refund " + wanted.refund() + " is there already");
    }
    Capture capture = money.captures().get(wanted.line());
    if (capture == null) {
      return Checked.refused(MoneyRefusal.LINE_UNKNOWN.with("line", wanted.line()));
    }
    return wrong(money, wanted.amount())
        .or(() -> tooMuch(money, capture, wanted.amount()))
        .<Checked<OrderMoney>>map(Checked::refused)
        .orElseGet(
            () ->
                Checked.passed(
                    money.with(
                        new Refund(
                            wanted.refund(),
                            wanted.line(),
                            wanted.amount(),
                            RefundState.RESERVED))));
  }

  /** The line first: what is not left of it is no matter of disputes. */
  private static Optional<Refusal> tooMuch(OrderMoney money, Capture capture, Money amount) {
    Balance line = money.ofLine(capture.line());
    if (amount.minorUnits() > line.rest()) {
      return Optional.of(exceeds(capture, line, amount));
    }
    Balance payment = money.ofPayment(capture.payment());
    return amount.minorUnits() > payment.rest()
        ? Optional.of(disputed(capture, payment, amount))
        : Optional.empty();
  }

  private static Refusal exceeds(Capture capture, Balance line, Money amount) {
    return MoneyRefusal.REFUND_EXCEEDS.with(
        "amount", amount,
        "allowed", like(amount, line.rest()),
        "captured", like(amount, line.captured()),
        "line", capture.line(),
        "refunded", like(amount, line.refunded()),
        "reserved", like(amount, line.reserved()));
  }

  private static Refusal disputed(Capture capture, Balance payment, Money amount) {
    return MoneyRefusal.MONEY_DISPUTED.with(
        "amount", amount,
        "allowed", like(amount, payment.rest()),
        "payment", capture.payment(),
        "held", like(amount, payment.held()),
        "lost", like(amount, payment.lost()));
  }

  private static Money like(Money amount, long minorUnits) {
    return new Money(minorUnits, amount.currency());
  }

  /** The furthest report holds, whatever came in which order. */
  private static OrderMoney reported(OrderMoney money, MoneyEvent.Reported report) {
    Refund refund = money.refunds().get(report.refund());
    if (refund == null) {
      throw new IllegalArgumentException("refund " + report.refund() + " is none of the order");
    }
    return report.state().compareTo(refund.state()) > 0
        ? money.with(refund.in(report.state()))
        : money;
  }

  private static Checked<OrderMoney> disputed(OrderMoney money, Dispute report) {
    if (!money.hasPayment(report.payment())) {
      return Checked.refused(MoneyRefusal.PAYMENT_UNKNOWN.with("payment", report.payment()));
    }
    Dispute known = money.disputes().get(report.id());
    if (known != null && !known.payment().equals(report.payment())) {
      return Checked.refused(
          MoneyRefusal.DISPUTE_DIFFERS.with(
              "dispute", report.id(), "seen", report.payment(), "allowed", known.payment()));
    }
    Optional<Refusal> wrong = wrong(money, report.amount());
    if (wrong.isPresent()) {
      return Checked.refused(wrong.get());
    }
    return Checked.passed(known == null || report.isAfter(known) ? money.with(report) : money);
  }

  private static Optional<Refusal> wrong(OrderMoney money, Money amount) {
    if (amount.minorUnits() == 0 || amount.minorUnits() > MOST_MINOR_UNITS) {
      return Optional.of(
          MoneyRefusal.AMOUNT_OUTSIDE.with(
              "amount", amount, "allowed", like(amount, MOST_MINOR_UNITS)));
    }
    return money
        .currency()
        .filter(currency -> !currency.equals(amount.currency()))
        .map(currency -> MoneyRefusal.CURRENCY_DIFFERS.with("amount", amount, "allowed", currency));
  }
}
