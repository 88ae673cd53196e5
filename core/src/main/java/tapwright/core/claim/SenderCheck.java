package tapwright.core.claim;

import tapwright.core.policy.Word;

/** How it was made sure who sent a claim. */
public enum SenderCheck implements Word {
  UNVERIFIED,
  /** The message came from the address on file. */
  ADDRESS_ON_FILE,
  /** The sender was signed in at the shop. */
  SIGNED_IN,
  /** The sender knew the order's number and what was ordered. */
  ORDER_DETAILS,
  /** The sender answered at the telephone number on file. */
  CALLED_BACK
}
