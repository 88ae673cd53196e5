package tapwright.server.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tapwright.server.record.list.Page;
import tapwright.server.record.list.Place;
import tapwright.server.record.order.Order;

/** An order as the API shows it; its cards are found by its number. */
record OrderJson(
    String order,
    String account,
    String pack,
    Instant placedAt,
    Map<String, String> facts,
    String language) {

  static OrderJson of(Order order) {
    return new OrderJson(
        order.number(),
        order.account(),
        order.pack(),
        order.placedAt(),
        new TreeMap<>(order.facts()),
        order.language());
  }

  /** Orders, and where the next ones begin. */
  record OrderList(List<OrderJson> orders, @Nullable String next) {

    static OrderList of(List<Order> orders, Page page) {
      return new OrderList(
          orders.stream().map(OrderJson::of).toList(),
          Cursor.next(page, orders, order -> new Place(order.placedAt(), order.id())));
    }
  }
}
