package tapwright.core.claim;

import java.util.Set;
import tapwright.core.policy.Word;
import tapwright.core.policy.fact.Evidence;

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
  CALLED_BACK;

  /**
   * What of the evidence that policies ask for is there by it. What stands on a parcel's label
   * shows nobody to be the owner, so the order's details do not.
   */
  public Set<Evidence> evidence() {
    return switch (this) {
      case ADDRESS_ON_FILE, SIGNED_IN, CALLED_BACK -> Set.of(Evidence.OWNER_VERIFIED);
      case UNVERIFIED, ORDER_DETAILS -> Set.of();
    };
  }
}
