package tapwright.core.policy.fact;

import tapwright.core.policy.Word;

/** Whose doing a fault, damage or failure is. */
public enum Cause implements Word {
  SELLER,
  TRANSIT,
  CUSTOMER,
  CARRIER,
  THIRD_PARTY
}
