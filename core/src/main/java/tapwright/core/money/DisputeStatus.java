package tapwright.core.money;

import java.util.Locale;

/** Where a dispute stands. It may go from any to any other: even a lost one may be won later. */
public enum DisputeStatus {
  /** The customer's bank asks; nothing was taken yet. */
  INQUIRY,
  /** The customer's bank wants the money back. */
  CHARGEBACK,
  /** The bank or the customer gave it up. */
  WITHDRAWN,
  /** The seller keeps the money. */
  WON,
  /** The customer has the money. */
  LOST;

  /** Whether the money is claimed and nobody knows whose it is. */
  boolean isHolding() {
    return this == INQUIRY || this == CHARGEBACK;
  }

  /** As it is stored and shown. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
