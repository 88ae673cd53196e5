package tapwright.server.record.subscription;

import java.util.Optional;
import tapwright.core.card.SellerId;
import tapwright.server.record.order.Order;

/**
 * Whose cards a plan is for: a customer's account, or one order that is an account of its own.
 *
 * @param account the shop's own key for its customer; empty where it is an order
 * @param orderId the order's key; absent where it is an account
 */
public record Payer(SellerId seller, String account, Optional<String> orderId) {

  public Payer {
    if (account.isEmpty() == orderId.isEmpty()) {
      throw new IllegalArgumentException(
          "account is '%s' and orderId %s, allowed is one of them".formatted(account, orderId));
    }
  }

  /** Whoever the order's cards count for. */
  public static Payer of(Order order) {
    return order.account().isEmpty()
        ? new Payer(order.seller(), "", Optional.of(order.id()))
        : new Payer(order.seller(), order.account(), Optional.empty());
  }
}
