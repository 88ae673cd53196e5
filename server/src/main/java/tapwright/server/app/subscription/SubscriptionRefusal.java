package tapwright.server.app.subscription;

import tapwright.core.RefusalCode;

/** Why a use case of subscriptions does not do what it was asked. */
public enum SubscriptionRefusal implements RefusalCode {
  /** No subscription of this seller has the id. */
  UNKNOWN(
      "subscription-unknown",
      "subscription is {subscription}, allowed is the id of a subscription of yours"),
  /** The account has one already. */
  ALIVE(
      "subscription-alive",
      "{payer} has subscription {subscription}, which is {state}; allowed is one at a time"),
  /** Somebody else changed it since. */
  VERSION(
      "subscription-version", "version is {seen}, allowed is {allowed}: look at it as it is now"),
  /** The order's cards count for an account. */
  ORDER_OF_ACCOUNT(
      "order-of-account", "order {order} is of an account; allowed is account {account} instead"),
  /** The subscription has no such charge. */
  CHARGE_UNKNOWN("charge-unknown", "charge is {charge}, allowed is the number of one of {count}"),
  /** What became of the charge is known. */
  CHARGE_SETTLED(
      "charge-settled", "charge {charge} is {state}, allowed is a report of one that is {allowed}");

  private final String code;
  private final String template;

  SubscriptionRefusal(String code, String template) {
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
