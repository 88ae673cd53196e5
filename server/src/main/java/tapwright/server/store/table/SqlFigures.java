package tapwright.server.store.table;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import tapwright.server.record.watch.Backlog;
import tapwright.server.record.watch.Figures;
import tapwright.server.record.watch.SchemaStep;
import tapwright.server.store.sql.Sql;

/** {@link Figures} in SQL; jobs are asked for seller by seller, as their index begins. */
final class SqlFigures implements Figures {

  private static final String BACKLOG =
      """
      SELECT (SELECT count(*) FROM seller JOIN encode_job USING (seller)
          WHERE state = 'queued') AS queued,
        (SELECT count(*) FROM seller JOIN encode_job USING (seller)
          WHERE state = 'leased' AND leased_until > ?) AS leased,
        (SELECT count(*) FROM seller JOIN encode_job USING (seller)
          WHERE state = 'leased' AND leased_until <= ?) AS lapsed,
        (SELECT count(*) FROM seller JOIN encode_job USING (seller)
          WHERE state = 'stopped') AS stopped,
        (SELECT count(*) FROM deadline WHERE told_at IS NULL AND met_at IS NULL
          AND tell_at <= ?) AS overdue,
        (SELECT min(tell_at) FROM deadline WHERE told_at IS NULL AND met_at IS NULL
          AND tell_at <= ?) AS oldest,
        (SELECT count(*) FROM outbox WHERE place IS NULL) AS unplaced
      """;

  private static final String MESSAGES =
      """
      SELECT (SELECT count(*) FROM delivery WHERE state = 'dead') AS dead_deliveries,
        (SELECT min((SELECT min(created_at) FROM delivery
            WHERE delivery.webhook_id = webhook.webhook_id AND delivery.state = 'waiting'))
          FROM webhook WHERE state = 'on') AS oldest_delivery,
        (SELECT count(*) FROM mail WHERE state = 'dead') AS dead_mails,
        (SELECT count(*) FROM mail WHERE state = 'unknown') AS unknown_mails,
        (SELECT min(created_at) FROM mail WHERE state IN ('waiting', 'begun')) AS oldest_mail
      """;

  private final Sql sql;

  SqlFigures(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Backlog backlog(Instant now) {
    Backlog.Messages messages = sql.one(MESSAGES, SqlFigures::messages).orElseThrow();
    return sql.one(BACKLOG, row -> backlog(row, messages), now, now, now, now).orElseThrow();
  }

  private static Backlog.Messages messages(Sql.Row row) throws SQLException {
    return new Backlog.Messages(
        row.number("dead_deliveries"),
        row.maybe("oldest_delivery", there -> there.instant("oldest_delivery")),
        row.number("dead_mails"),
        row.number("unknown_mails"),
        row.maybe("oldest_mail", there -> there.instant("oldest_mail")));
  }

  private static Backlog backlog(Sql.Row row, Backlog.Messages messages) throws SQLException {
    return new Backlog(
        row.number("queued"),
        row.number("leased"),
        row.number("lapsed"),
        row.number("stopped"),
        row.number("overdue"),
        row.maybe("oldest", oldest -> oldest.instant("oldest")),
        row.number("unplaced"),
        messages);
  }

  /** Flyway's own table (documentation.red-gate.com/flyway, "schema history table"). */
  @Override
  public List<SchemaStep> beyond(int version) {
    return sql.list(
        "SELECT CAST(version AS INTEGER) AS version, description FROM flyway_schema_history"
            + " WHERE version IS NOT NULL AND success AND CAST(version AS INTEGER) > ?"
            + " ORDER BY 1",
        row -> new SchemaStep((int) row.number("version"), row.text("description")),
        version);
  }
}
