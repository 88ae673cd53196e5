package tapwright.server.store.hook;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.card.SellerId;
import tapwright.server.record.hook.Webhook;
import tapwright.server.record.hook.Webhooks;
import tapwright.server.store.sql.Json;
import tapwright.server.store.sql.Sql;
import tapwright.server.store.sql.Words;

/** {@link Webhooks} in SQL. */
public final class SqlWebhooks implements Webhooks {

  private final Sql sql;

  public SqlWebhooks(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void add(Webhook webhook) {
    sql.updateOne(
        "INSERT INTO webhook (webhook_id, seller, url, kinds, state, sealed_secret, version,"
            + " changed_by, created_at, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        webhook.id(),
        webhook.seller().value(),
        webhook.url(),
        Json.text(webhook.kinds()),
        Words.of(webhook.state()),
        webhook.secrets().sealed().orElse(null),
        webhook.version(),
        webhook.changed().by(),
        webhook.createdAt(),
        webhook.changed().at());
  }

  @Override
  public Optional<Webhook> byId(SellerId seller, String id) {
    return sql.one(
        "SELECT * FROM webhook WHERE webhook_id = ? AND seller = ?",
        SqlWebhooks::read,
        id,
        seller.value());
  }

  @Override
  public List<Webhook> of(SellerId seller) {
    return sql.list(
        "SELECT * FROM webhook WHERE seller = ? AND state <> 'deleted'"
            + " ORDER BY created_at, webhook_id",
        SqlWebhooks::read,
        seller.value());
  }

  @Override
  public void change(Webhook next) {
    sql.updateAsRead(
        "UPDATE webhook SET state = ?, sealed_secret = ?, old_sealed_secret = ?, old_until = ?,"
            + " version = ?, changed_by = ?, changed_at = ?"
            + " WHERE webhook_id = ? AND seller = ? AND version = ?",
        Words.of(next.state()),
        next.secrets().sealed().orElse(null),
        next.secrets().old().map(Webhook.Secrets.Old::sealed).orElse(null),
        next.secrets().old().map(Webhook.Secrets.Old::until).orElse(null),
        next.version(),
        next.changed().by(),
        next.changed().at(),
        next.id(),
        next.seller().value(),
        next.version() - 1);
  }

  private static Webhook read(Sql.Row row) throws SQLException {
    return new Webhook(
        row.text("webhook_id"),
        new SellerId(row.text("seller")),
        row.text("url"),
        List.of(Json.read(row.text("kinds"), String[].class)),
        Words.read(Webhook.State.class, row.text("state")),
        new Webhook.Secrets(secret(row, "sealed_secret"), old(row)),
        (int) row.number("version"),
        row.instant("created_at"),
        new Webhook.Change(row.text("changed_by"), row.instant("changed_at")));
  }

  private static Optional<Bytes> secret(Sql.Row row, String column) throws SQLException {
    return row.maybe(column, there -> there.bytes(column));
  }

  private static Optional<Webhook.Secrets.Old> old(Sql.Row row) throws SQLException {
    return row.maybe(
        "old_sealed_secret",
        there ->
            new Webhook.Secrets.Old(there.bytes("old_sealed_secret"), there.instant("old_until")));
  }
}
