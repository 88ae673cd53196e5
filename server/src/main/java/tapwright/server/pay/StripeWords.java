package tapwright.server.pay;

import java.util.Locale;
import java.util.Optional;
import tapwright.core.money.DisputeStatus;
import tapwright.core.money.RefundState;
import tapwright.core.policy.Money;

/**
 * What the words of Stripe's API mean here (its reference, "The Refund object", "The Dispute
 * object").
 */
final class StripeWords {

  private StripeWords() {}

  /** An amount in minor units of a currency, whose code they spell in small letters. */
  static Money money(long minorUnits, String currency) {
    return new Money(minorUnits, currency.toUpperCase(Locale.ROOT));
  }

  /** How far a refund is; empty for a word that is not known here. */
  static Optional<RefundState> refundState(String status) {
    return switch (status) {
      case "succeeded" -> Optional.of(RefundState.REFUNDED);
      case "pending", "requires_action" -> Optional.of(RefundState.PENDING);
      case "failed", "canceled" -> Optional.of(RefundState.FAILED);
      default -> Optional.empty();
    };
  }

  /** Where a dispute stands; empty for a word that is not known here. */
  static Optional<DisputeStatus> disputeStatus(String status) {
    return switch (status) {
      case "warning_needs_response", "warning_under_review" -> Optional.of(DisputeStatus.INQUIRY);
      case "needs_response", "under_review" -> Optional.of(DisputeStatus.CHARGEBACK);
      case "warning_closed", "prevented" -> Optional.of(DisputeStatus.WITHDRAWN);
      case "won" -> Optional.of(DisputeStatus.WON);
      case "lost" -> Optional.of(DisputeStatus.LOST);
      default -> Optional.empty();
    };
  }
}
