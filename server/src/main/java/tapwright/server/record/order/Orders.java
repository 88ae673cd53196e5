package tapwright.server.record.order;

import java.util.List;
import java.util.Optional;
import tapwright.core.card.SellerId;

/** The orders on record. */
public interface Orders {

  void add(Order order);

  Optional<Order> byId(SellerId seller, String orderId);

  Optional<Order> byNumber(SellerId seller, String number);

  /** The orders that the filter lets through, oldest first. */
  List<Order> list(OrderFilter filter);
}
