package tapwright.core.money;

import tapwright.core.policy.Money;

/**
 * Money that goes back for one line of an order.
 *
 * @param id our key, which is the provider's idempotency key too
 */
public record Refund(String id, String line, Money amount, RefundState state) {

  /** The same, as far as it has come. */
  Refund in(RefundState next) {
    return new Refund(id, line, amount, next);
  }
}
