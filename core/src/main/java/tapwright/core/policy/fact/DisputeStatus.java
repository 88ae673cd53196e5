package tapwright.core.policy.fact;

import tapwright.core.policy.Word;

/** How a dispute at the bank stands, seen from the seller. */
public enum DisputeStatus implements Word {
  OPEN,
  WON,
  LOST,
  WITHDRAWN
}
