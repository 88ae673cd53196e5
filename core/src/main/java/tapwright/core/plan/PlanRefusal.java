package tapwright.core.plan;

import tapwright.core.RefusalCode;

/** Why an event cannot happen to a subscription. */
public enum PlanRefusal implements RefusalCode {
  /** The subscription's life has no such step from here. */
  STEP_NOT_ALLOWED(
      "plan-step-not-allowed",
      "event {event} on a subscription that is {state}, allowed from {allowed}"),
  /** Another currency than the subscription's. */
  CURRENCY("plan-currency", "price is {seen}, allowed is a price in {allowed}"),
  /** An upgrade leads to a dearer plan. */
  NOT_DEARER(
      "plan-not-dearer",
      "plan {plan} is {price} for {months} months, allowed are plans that cost more a month than"
          + " {now} for {nowMonths}; a cheaper one is planned for the end of the term"),
  /** A downgrade leads to a cheaper plan. */
  NOT_CHEAPER(
      "plan-not-cheaper",
      "plan {plan} is {price} for {months} months, allowed are plans that cost less a month than"
          + " {now} for {nowMonths}; a dearer one is an upgrade"),
  /** Nothing was upgraded, or it was undone. */
  NO_UPGRADE("plan-no-upgrade", "upgrade is none, allowed is one that was not undone"),
  /** The window of the upgrade is over. */
  WINDOW_OVER("plan-window-over", "the upgrade is undone at {seen}, allowed is before {allowed}"),
  /** No downgrade is planned. */
  NO_DOWNGRADE("plan-no-downgrade", "downgrade is none, allowed is one that is planned"),
  /** It is cancelled to a date already. */
  CANCELLED_ALREADY(
      "plan-cancelled-already", "it is cancelled to {seen}; allowed is one cancellation"),
  /** It is not cancelled to a date. */
  NOT_CANCELLED(
      "plan-not-cancelled", "cancellation is none, allowed is one that is not yet effective"),
  /** The time for it has not come. */
  NOT_DUE("plan-not-due", "event {event} at {seen}, allowed is from {allowed}");

  private final String code;
  private final String template;

  PlanRefusal(String code, String template) {
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
