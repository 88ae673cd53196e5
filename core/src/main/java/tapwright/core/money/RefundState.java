package tapwright.core.money;

import java.util.Locale;

/**
 * How far a refund has come, in the order in which later knowledge replaces earlier: reports arrive
 * in any order and more than once, and the furthest holds.
 */
public enum RefundState {
  /** Kept back before the provider is asked. */
  RESERVED,
  /** The provider was asked and did not answer: the money may have left. */
  UNKNOWN,
  /** The provider refused it, so that nothing left; the money is free again. */
  RELEASED,
  /** The provider has taken it and not done it yet. */
  PENDING,
  /** The money has left. */
  REFUNDED,
  /** The provider had taken it, and the money came back; it is free again. */
  FAILED;

  /** Whether the money is kept back. */
  public boolean isReserving() {
    return this == RESERVED || this == UNKNOWN || this == PENDING;
  }

  /** As it is stored and shown. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
