package tapwright.core.policy.fact;

import tapwright.core.policy.Word;

/** Why a parcel came back to the seller undelivered. */
public enum ReturnCause implements Word {
  ADDRESS,
  NON_COLLECTION,
  CARRIER,
  SELLER
}
