package tapwright.core.policy.pack;

import tapwright.core.policy.Word;

/** What a claim gets. */
public enum Outcome implements Word {
  FULL_REFUND,
  PARTIAL_REFUND,
  PRORATED_REFUND,
  REPLACEMENT,
  CUSTOMER_CHOICE,
  SELLER_CHOICE,
  CANCEL,
  REACTIVATE,
  DELETE_DATA,
  RESHIP,
  EXCHANGE,
  DENY,
  REVIEW,
  NEEDS_INFO,
  REFER,
  NO_EFFECT;

  /** Whether money may go back to the customer by it. */
  public boolean mayPay() {
    return switch (this) {
      case FULL_REFUND, PARTIAL_REFUND, PRORATED_REFUND, CUSTOMER_CHOICE, SELLER_CHOICE -> true;
      case REPLACEMENT, CANCEL, REACTIVATE, DELETE_DATA, RESHIP, EXCHANGE -> false;
      case REVIEW -> true;
      case DENY, NEEDS_INFO, REFER, NO_EFFECT -> false;
    };
  }

  /** Whether the customer gets something by it. */
  public boolean grants() {
    return switch (this) {
      case FULL_REFUND, PARTIAL_REFUND, PRORATED_REFUND, CUSTOMER_CHOICE, SELLER_CHOICE -> true;
      case REPLACEMENT, CANCEL, REACTIVATE, DELETE_DATA, RESHIP, EXCHANGE -> true;
      case DENY, REVIEW, NEEDS_INFO, REFER, NO_EFFECT -> false;
    };
  }
}
