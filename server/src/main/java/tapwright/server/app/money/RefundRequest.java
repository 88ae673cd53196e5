package tapwright.server.app.money;

import java.util.Optional;
import tapwright.core.policy.Money;

/**
 * What somebody wants to go back.
 *
 * @param claim the key of the claim behind it; empty for none
 * @param owedBy the event of a subscription that owes it; empty for none
 * @param cause why, in words that stay for ever and name nobody; may be empty
 */
public record RefundRequest(
    String line, Money amount, String claim, Optional<PlanEventKey> owedBy, String cause) {

  /** That no event of a subscription owes. */
  public RefundRequest(String line, Money amount, String claim, String cause) {
    this(line, amount, claim, Optional.empty(), cause);
  }

  /**
   * An event of a subscription.
   *
   * @param event the number of its entry
   */
  public record PlanEventKey(String subscriptionId, long event) {}
}
