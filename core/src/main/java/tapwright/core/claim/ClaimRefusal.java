package tapwright.core.claim;

import tapwright.core.RefusalCode;

/** Why an event cannot happen to a claim or to goods that come back. */
public enum ClaimRefusal implements RefusalCode {
  /** The claim's life has no such step from here. */
  STEP_NOT_ALLOWED(
      "claim-step-not-allowed", "event {event} on a claim that is {state}, allowed from {allowed}"),
  /** A person who decides has to decide. */
  OUTCOME_OPEN(
      "claim-outcome-open", "outcome is {outcome}, which leaves it open; allowed are {allowed}"),
  /** What gives no money back says nothing of any. */
  AMOUNT_UNPAID(
      "ruling-amount-unpaid",
      "amount is {amount}, but {outcome} gives no money back; allowed is no amount, or one of"
          + " {allowed}"),
  /** No money is no part of any. */
  AMOUNT_ZERO(
      "ruling-amount-zero",
      "amount is {amount}; allowed is more than nothing, or an outcome that gives no money back"),
  /** The order was paid in another currency. */
  AMOUNT_CURRENCY(
      "ruling-amount-currency",
      "amount is {amount}, allowed is {allowed}, which the order was paid in"),
  /** The return's life has no such step from here. */
  RMA_STEP_NOT_ALLOWED(
      "rma-step-not-allowed", "event {event} on a return that is {state}, allowed from {allowed}"),
  /** What was found does not allow to do that with the goods. */
  DISPOSITION_NOT_ALLOWED(
      "rma-disposition-not-allowed",
      "disposition is {seen} for goods found {verdict}, allowed are {allowed}"),
  /** The card would still lead on. */
  CARD_IN_USE(
      "rma-card-in-use",
      "disposition is {seen} for a card that is {state}, allowed is one that is revoked, replaced"
          + " or expired: revoke it first, or wait until the card in its place is in use");

  private final String code;
  private final String template;

  ClaimRefusal(String code, String template) {
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
