package tapwright.core.policy;

/** How a dispute at the bank stands, seen from the seller. */
public enum DisputeStatus implements Word {
  OPEN,
  WON,
  LOST,
  WITHDRAWN
}
