package tapwright.core.policy;

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
  NO_EFFECT
}
