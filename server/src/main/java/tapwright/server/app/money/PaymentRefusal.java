package tapwright.server.app.money;

import tapwright.core.RefusalCode;

/** Why a use case does nothing to the money of an order. */
public enum PaymentRefusal implements RefusalCode {
  /** A payment belongs to one order. */
  PAYMENT_TAKEN(
      "payment-taken", "payment {payment} is of another order; allowed is one of this order alone"),
  /** More than whoever asks may give back. */
  SUPERVISOR_NEEDED(
      "refund-needs-supervisor",
      "with {amount} more, {total} of the order would have gone back; allowed for your role is up"
          + " to {allowed}, a supervisor may go beyond"),
  /** More than the claim was granted. */
  CLAIM_EXCEEDED(
      "refund-exceeds-claim",
      "{total} would have gone back for claim {claim}; allowed for your role is up to {allowed},"
          + " as its word in force grants, a supervisor may go beyond"),
  /** The plan is somebody else's. */
  PLAN_ELSEWHERE(
      "refund-plan-elsewhere",
      "subscription {subscription} is not of whoever pays order {order}; allowed is one that is"),
  /** The event gave nothing back. */
  NOTHING_OWED(
      "refund-nothing-owed",
      "event {event} of subscription {subscription} owes nothing; allowed is one that says so"),
  /** More than the plan's event owes. */
  OWED_EXCEEDED(
      "refund-exceeds-owed",
      "amount is {amount}, allowed for your role is up to {allowed}, which is left of {owed} that"
          + " event {event} owes; a supervisor may go beyond"),
  /** A person ended a task about the same money. */
  PAID_BY_HAND(
      "refund-paid-by-hand",
      "task {task} of claim {claim} was said to be done without a refund of the claim, so its money"
          + " may have gone back; allowed is to say the same of the open task, or a supervisor who"
          + " sends besides true where that money goes back as well"),
  /** The plan that the claim may be about gave money back. */
  PAID_BY_PLAN(
      "refund-paid-by-plan",
      "{amount} went back by event {owedBy} of a plan that claim {claim} may be about; with that,"
          + " it would be more than the {granted} that it grants; allowed is to say that the open"
          + " task is done, or a supervisor who sends besides true where that money goes back as"
          + " well"),
  /** A claim that may be about the plan gave money back. */
  PAID_BY_CLAIM(
      "refund-paid-by-claim",
      "amount is {amount}, allowed for your role is up to {allowed}: claim {claim} gave money back"
          + " that may be what event {event} of subscription {subscription} owes; a supervisor may"
          + " go beyond"),
  /** The claim is about another order. */
  CLAIM_ELSEWHERE(
      "refund-claim-elsewhere", "claim {claim} is about another order; allowed is one of {order}"),
  /** Nobody but the provider knows the secret that notices are signed with. */
  NOTICE_REFUSED(
      "payment-notice-refused",
      "the notice {seen}; allowed is one that the provider signed within the last {minutes}"
          + " minutes"),
  /** The notice cannot be read. */
  NOTICE_UNREADABLE("payment-notice-unreadable", "{field} is {seen}, allowed is {allowed}"),
  /** It speaks of a payment that no order has yet; the provider sends it again. */
  NOTICE_EARLY(
      "payment-notice-early", "no order has payment {payment} by now; send the notice again");

  private final String code;
  private final String template;

  PaymentRefusal(String code, String template) {
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
