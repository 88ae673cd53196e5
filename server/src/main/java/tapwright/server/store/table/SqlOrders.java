package tapwright.server.store.table;

import java.sql.SQLException;
import java.util.Optional;
import tapwright.core.card.SellerId;
import tapwright.server.record.order.Order;
import tapwright.server.record.order.Orders;
import tapwright.server.store.sql.Json;
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
