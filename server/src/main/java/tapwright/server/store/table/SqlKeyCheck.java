package tapwright.server.store.table;

import java.time.Instant;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.server.record.KeyCheck;
import tapwright.server.store.sql.Sql;

/** {@link KeyCheck} in SQL. */
final class SqlKeyCheck implements KeyCheck {

  /** There is one master key; a rotation would put a second beside it. */
  private static final String NAME = "master";

  private final Sql sql;

  SqlKeyCheck(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Optional<Bytes> value() {
    return sql.one("SELECT value FROM key_check WHERE name = ?", row -> row.bytes("value"), NAME);
  }

  @Override
  public void set(Bytes value, Instant now) {
    sql.updateOne(
        "INSERT INTO key_check (name, value, created_at) VALUES (?, ?, ?)", NAME, value, now);
  }
}
