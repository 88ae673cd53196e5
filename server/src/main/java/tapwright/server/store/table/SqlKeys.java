package tapwright.server.store.table;

import java.time.Instant;
import java.util.Optional;
import tapwright.core.card.SellerId;
import tapwright.server.record.order.IdempotencyKeys;
import tapwright.server.store.sql.Sql;

/** {@link IdempotencyKeys} in SQL. */
final class SqlKeys implements IdempotencyKeys {

  private final Sql sql;

  SqlKeys(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Optional<Use> find(SellerId seller, String key) {
    return sql.one(
        "SELECT * FROM idempotency_key WHERE seller = ? AND key = ?",
        row -> new Use(row.bytes("body_hash"), row.text("result")),
        seller.value(),
        key);
  }

  @Override
  public void add(SellerId seller, String key, Use use, Instant now) {
    sql.updateOne(
        "INSERT INTO idempotency_key (seller, key, body_hash, result, created_at)"
            + " VALUES (?, ?, ?, ?, ?)",
        seller.value(),
        key,
        use.bodyHash(),
        use.result(),
        now);
  }
}
