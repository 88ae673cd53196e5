package tapwright.server.app.money;

import java.time.Instant;
import java.util.List;
import tapwright.core.money.DisputeStatus;
import tapwright.core.money.RefundState;
import tapwright.core.policy.Money;

/**
 * What a payment provider tells of by itself.
 *
 * @param id the provider's key for the notice
 * @param at when it happened
 */
public record PaymentNotice(String id, Instant at, Content content) {

  /** What it tells. */
  public sealed interface Content {}

  /**
   * How far a refund has come.
   *
   * @param key our key; empty where the refund was not made by us
   * @param payments the ids under which the provider knows the payment
   * @param state pending, refunded or failed
   */
  public record RefundSeen(String key, List<String> payments, String reference, RefundState state)
      implements Content {
    public RefundSeen {
      payments = List.copyOf(payments);
    }
  }

  /**
   * Where a dispute stands.
   *
   * @param id the provider's key for the dispute
   * @param payments the ids under which the provider knows the payment
   */
  public record DisputeSeen(String id, List<String> payments, Money amount, DisputeStatus status)
      implements Content {
    public DisputeSeen {
      payments = List.copyOf(payments);
    }
  }

  /** Something that no order's money hangs on. */
  public record Other() implements Content {}
}
