package tapwright.server.store.table;

import java.time.Instant;
import java.util.Optional;
import tapwright.server.record.duty.Duties;
import tapwright.server.store.sql.Sql;

/** {@link Duties} in SQL. */
final class SqlDuties implements Duties {

  private final Sql sql;

  SqlDuties(Sql sql) {
    this.sql = sql;
  }

  @Override
  public boolean take(String duty, String node, Instant now, Instant until) {
    return sql.update(
            "INSERT INTO duty (name, held_by, held_until, last_run) VALUES (?, ?, ?, ?)"
                + " ON CONFLICT (name) DO UPDATE SET held_by = excluded.held_by,"
                + " held_until = excluded.held_until, last_run = excluded.last_run"
                + " WHERE duty.held_by = excluded.held_by OR duty.held_until <= excluded.last_run",
            duty,
            node,
            until,
            now)
        == 1;
  }

  /** Of PostgreSQL as it is now, not as it was when the transaction began (section 9.9.5). */
  @Override
  public Optional<Instant> time() {
    return switch (sql.dialect()) {
      case SQLITE -> Optional.empty();
      case POSTGRESQL ->
          sql.one(
              "SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint AS now",
              row -> row.instant("now"));
    };
  }
}
