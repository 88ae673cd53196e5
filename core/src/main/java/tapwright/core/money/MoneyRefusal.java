package tapwright.core.money;

import tapwright.core.RefusalCode;

/** Why something does not happen to the money of an order. */
public enum MoneyRefusal implements RefusalCode {
  /** Nothing, or more than any card ever costs. */
  AMOUNT_OUTSIDE(
      "money-amount-outside",
      "amount is {amount}, allowed is more than nothing and up to {allowed}"),
  /** Another currency than the order's. */
  CURRENCY_DIFFERS(
      "money-currency-differs",
      "amount is {amount}, allowed are amounts in {allowed}, the currency of the order"),
  /** A line is paid once; what is paid again is another line. */
  LINE_CAPTURED(
      "money-line-captured", "line {line} was captured already; allowed is a line that was not"),
  /** Nothing was captured for the line. */
  LINE_UNKNOWN("money-line-unknown", "line is {line}, allowed is a captured line of the order"),
  /** No line of the order came with the payment. */
  PAYMENT_UNKNOWN(
      "money-payment-unknown",
      "payment is {payment}, allowed is one that lines were captured with"),
  /** More than what is left of the line. */
  REFUND_EXCEEDS(
      "refund-exceeds-line",
      "refund of {amount}, allowed is up to {allowed}: {captured} was captured for line {line},"
          + " {refunded} was refunded, {reserved} is reserved"),
  /** The customer may get, or has got, the money from their bank. */
  MONEY_DISPUTED(
      "refund-disputed",
      "refund of {amount}, allowed is up to {allowed}: of payment {payment} {held} is disputed and"
          + " {lost} was lost to disputes, and no money goes back twice"),
  /** One dispute is about one payment. */
  DISPUTE_DIFFERS(
      "dispute-differs", "dispute {dispute} is about payment {seen}, allowed is {allowed}");

  private final String code;
  private final String template;

  MoneyRefusal(String code, String template) {
    this.code = code;
    this.template = template;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String template() {
    return template;
  }
}
