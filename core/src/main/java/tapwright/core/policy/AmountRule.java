package tapwright.core.policy;

/** How the money that a clause gives back is found. */
enum AmountRule implements Word {
  /** The whole price that was paid. */
  PRICE,
  /** The price of the unused days of the period, rounded up to the smallest unit. */
  UNUSED_DAYS
}
