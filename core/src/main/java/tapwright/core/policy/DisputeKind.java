package tapwright.core.policy;

/** How a customer went to the bank about a payment. */
public enum DisputeKind implements Word {
  CHARGEBACK,
  REVERSAL,
  INQUIRY
}
