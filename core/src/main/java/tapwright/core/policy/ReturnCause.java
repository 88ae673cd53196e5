package tapwright.core.policy;

/** Why a parcel came back to the seller undelivered. */
public enum ReturnCause implements Word {
  ADDRESS,
  NON_COLLECTION,
  CARRIER,
  SELLER
}
