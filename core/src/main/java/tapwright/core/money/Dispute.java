package tapwright.core.money;

import java.time.Instant;
import java.util.Comparator;
import tapwright.core.policy.Money;

/**
 * A customer's quarrel over a payment, led through their bank.
 *
 * @param id the provider's key
 * @param at when it came to stand so, as whoever reports it says
 */
public record Dispute(String id, String payment, Money amount, DisputeStatus status, Instant at) {

  private static final Comparator<Dispute> KNOWLEDGE =
      Comparator.comparing(Dispute::at)
          .thenComparing(Dispute::status)
          .thenComparingLong(dispute -> dispute.amount().minorUnits());

  /** Whether this is later knowledge; of reports with one time the further status holds. */
  boolean isAfter(Dispute other) {
    return KNOWLEDGE.compare(this, other) > 0;
  }
}
