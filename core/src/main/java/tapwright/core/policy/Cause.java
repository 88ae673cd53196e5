package tapwright.core.policy;

/** Whose doing a fault, damage or failure is. */
public enum Cause implements Word {
  SELLER,
  TRANSIT,
  CUSTOMER,
  CARRIER,
  THIRD_PARTY
}
