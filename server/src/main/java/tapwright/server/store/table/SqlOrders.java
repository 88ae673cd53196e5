package tapwright.server.store.table;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import tapwright.core.card.SellerId;
import tapwright.server.record.order.Order;
import tapwright.server.record.order.OrderFilter;
import tapwright.server.record.order.Orders;
import tapwright.server.store.sql.Json;
import tapwright.server.store.sql.ListQuery;
import tapwright.server.store.sql.Sql;

/** {@link Orders} in SQL. */
final class SqlOrders implements Orders {

  private final Sql sql;

  SqlOrders(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void add(Order order) {
    sql.updateOne(
        "INSERT INTO purchase (order_id, seller, number, account, pack, placed_at, facts, language)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        order.id(),
        order.seller().value(),
        order.number(),
        order.account(),
        order.pack(),
        order.placedAt(),
        Json.write(order.facts()),
        order.language());
  }

  @Override
  public Optional<Order> byId(SellerId seller, String orderId) {
    return sql.one(
        "SELECT * FROM purchase WHERE order_id = ? AND seller = ?",
        SqlOrders::read,
        orderId,
        seller.value());
  }

  @Override
  public Optional<Order> byNumber(SellerId seller, String number) {
    return sql.one(
        "SELECT * FROM purchase WHERE seller = ? AND number = ?",
        SqlOrders::read,
        seller.value(),
        number);
  }

  @Override
  public List<Order> list(OrderFilter filter) {
    return new ListQuery("SELECT * FROM purchase WHERE seller = ?", filter.seller().value())
        .and("number = ?", filter.number())
        .and("placed_at >= ?", filter.since())
        .and("placed_at < ?", filter.until())
        .oldestFirst("placed_at", "order_id", filter.page())
        .on(sql, SqlOrders::read);
  }

  private static Order read(Sql.Row row) throws SQLException {
    return new Order(
        row.text("order_id"),
        new SellerId(row.text("seller")),
        row.text("number"),
        row.text("account"),
        row.text("pack"),
        row.instant("placed_at"),
        Json.readMap(row.text("facts")),
        row.text("language"));
  }
}
