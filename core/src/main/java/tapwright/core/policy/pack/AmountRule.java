package tapwright.core.policy.pack;

import tapwright.core.policy.Word;

/** How the money that a clause gives back is found. */
public enum AmountRule implements Word {
  /** The whole price that was paid. */
  PRICE,
  /** The price of the unused days of the period, rounded up to the smallest unit. */
  UNUSED_DAYS
}
