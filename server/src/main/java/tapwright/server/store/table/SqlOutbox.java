package tapwright.server.store.table;

import java.sql.SQLException;
import java.util.List;
import tapwright.core.card.SellerId;
import tapwright.server.record.duty.OutEvent;
import tapwright.server.record.duty.Outbox;
import tapwright.server.store.sql.Sql;

/** {@link Outbox} in SQL. */
final class SqlOutbox implements Outbox {

  private static final String TAKEN_TO =
      "coalesce((SELECT taken_to FROM outbox_consumer WHERE consumer = ?), 0)";

  private final Sql sql;

  SqlOutbox(Sql sql) {
    this.sql = sql;
  }

  @Override
  public boolean add(OutEvent event) {
    return sql.update(
            "INSERT INTO outbox (event_id, seller, kind, payload, created_at)"
                + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (event_id) DO NOTHING",
            event.id(),
            event.seller().value(),
            event.kind(),
            event.payload(),
            event.at())
        == 1;
  }

  @Override
  public boolean hasUnplaced() {
    return !unplaced(1).isEmpty();
  }

  @Override
  public int place(int limit) {
    List<String> events = unplaced(limit);
    long place =
        sql.one("SELECT coalesce(max(place), 0) AS last FROM outbox", row -> row.number("last"))
            .orElseThrow();
    for (String event : events) {
      place++;
      sql.updateAsRead(
          "UPDATE outbox SET place = ? WHERE event_id = ? AND place IS NULL", place, event);
    }
    return events.size();
  }

  private List<String> unplaced(int limit) {
    return sql.list(
        // What one work tells of is numbered: 10 comes after 9.
        "SELECT event_id FROM outbox WHERE place IS NULL"
            + " ORDER BY created_at, length(event_id), event_id LIMIT ?",
        row -> row.text("event_id"),
        limit);
  }

  @Override
  public List<OutEvent> next(String consumer, int limit) {
    return sql.list(
        "SELECT * FROM outbox WHERE place > " + TAKEN_TO + " ORDER BY place LIMIT ?",
        SqlOutbox::read,
        consumer,
        limit);
  }

  @Override
  public void taken(String consumer, int count) {
    sql.updateOne(
        "INSERT INTO outbox_consumer (consumer, taken_to) VALUES (?, ?) ON CONFLICT (consumer)"
            + " DO UPDATE SET taken_to = outbox_consumer.taken_to + excluded.taken_to",
        consumer,
        count);
  }

  private static OutEvent read(Sql.Row row) throws SQLException {
    return new OutEvent(
        row.text("event_id"),
        new SellerId(row.text("seller")),
        row.text("kind"),
        row.text("payload"),
        row.instant("created_at"));
  }
}
