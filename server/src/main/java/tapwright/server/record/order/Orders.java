package tapwright.server.record.order;

import java.util.Optional;
import tapwright.core.card.SellerId;

/** The orders on record. */
public interface Orders {

  void add(Order order);

  Optional<Order> byId(SellerId seller, String orderId);

  Optional<Order> byNumber(SellerId seller, String number);
}
