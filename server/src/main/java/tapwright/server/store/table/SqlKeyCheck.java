package tapwright.server.store.table;

import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.server.record.KeyCheck;
import tapwright.server.store.sql.Sql;

/** {@link KeyCheck} in SQL. */
final class SqlKeyCheck implements KeyCheck {

  /** The only name that earlier versions wrote. */
  private static final String NAME = "master";

  private final Sql sql;

  SqlKeyCheck(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Optional<Bytes> value() {
    return sql.one("SELECT value FROM key_check WHERE name = ?", row -> row.bytes("value"), NAME);
  }
}
