package tapwright.core.policy.fact;

import tapwright.core.policy.Word;

/** How a customer went to the bank about a payment. */
public enum DisputeKind implements Word {
  CHARGEBACK,
  REVERSAL,
  INQUIRY
}
