package tapwright.server.record.money;

import java.time.Instant;
import java.util.Optional;
import tapwright.core.money.Refund;
import tapwright.core.money.RefundState;
import tapwright.core.trail.Subject;

/**
 * A refund with what the record knows beside it.
 *
 * @param order whose money it is
 * @param payment the provider's id of the payment that the money goes back to
 * @param claim the key of the claim behind it; empty for none
 * @param owedBy the event of a subscription behind it; empty for none
 * @param reference the provider's key for it; empty until it is known
 * @param attempts how often the provider was asked
 * @param nextAt when the provider is to be asked about it; empty where nothing is open
 */
public record StoredRefund(
    Subject order,
    Refund refund,
    String payment,
    String claim,
    String owedBy,
    String reference,
    int attempts,
    Instant createdAt,
    Optional<Instant> nextAt) {

  public String id() {
    return refund.id();
  }

  /** The same, about which the provider is to be asked then. */
  public StoredRefund askedAt(Instant next) {
    return new StoredRefund(
        order, refund, payment, claim, owedBy, reference, attempts, createdAt, Optional.of(next));
  }

  /** The same after the provider answered, or did not. */
  public StoredRefund answered(RefundState state, String knownAs, Optional<Instant> next) {
    return new StoredRefund(
        order,
        new Refund(refund.id(), refund.line(), refund.amount(), state),
        payment,
        claim,
        owedBy,
        knownAs.isEmpty() ? reference : knownAs,
        attempts + 1,
        createdAt,
        next);
  }
}
