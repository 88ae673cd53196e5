package tapwright.server.store.table;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tapwright.server.record.key.DataKeys;
import tapwright.server.record.key.WrappedKey;
import tapwright.server.store.sql.Sql;

/** {@link DataKeys} in SQL. */
final class SqlDataKeys implements DataKeys {

  private final Sql sql;

  SqlDataKeys(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Optional<WrappedKey> find(String name) {
    return sql.one("SELECT * FROM data_key WHERE name = ?", SqlDataKeys::read, name);
  }

  @Override
  public List<WrappedKey> all() {
    return sql.list("SELECT * FROM data_key ORDER BY name", SqlDataKeys::read);
  }

  @Override
  public void add(WrappedKey key, Instant now) {
    sql.updateOne(
        "INSERT INTO data_key (name, master, wrapped, wrapped_at) VALUES (?, ?, ?, ?)",
        key.name(),
        key.master(),
        key.wrapped(),
        now);
  }

  @Override
  public void rewrap(WrappedKey key, Instant now) {
    sql.updateOne(
        "UPDATE data_key SET master = ?, wrapped = ?, wrapped_at = ? WHERE name = ?",
        key.master(),
        key.wrapped(),
        now,
        key.name());
  }

  private static WrappedKey read(Sql.Row row) throws SQLException {
    return new WrappedKey(row.text("name"), row.bytes("master"), row.bytes("wrapped"));
  }
}
