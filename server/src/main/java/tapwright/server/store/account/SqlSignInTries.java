package tapwright.server.store.account;

import java.time.Instant;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.server.record.account.SignInTries;
import tapwright.server.record.account.Tries;
import tapwright.server.store.sql.Sql;

/** {@link SignInTries} in SQL. */
public final class SqlSignInTries implements SignInTries {

  private final Sql sql;

  public SqlSignInTries(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Optional<Tries> of(Bytes key) {
    return sql.acrossSellers(
        () ->
            sql.one(
                "SELECT tries, last_at FROM sign_in_tries WHERE try_key = ?",
                row -> new Tries(Math.toIntExact(row.number("tries")), row.instant("last_at")),
                key));
  }

  @Override
  public void set(Bytes key, Tries tries) {
    change(
        "INSERT INTO sign_in_tries (try_key, tries, last_at) VALUES (?, ?, ?)"
            + " ON CONFLICT (try_key) DO UPDATE SET tries = excluded.tries,"
            + " last_at = excluded.last_at",
        key,
        tries.count(),
        tries.lastAt());
  }

  @Override
  public void clear(Bytes key) {
    change("DELETE FROM sign_in_tries WHERE try_key = ?", key);
  }

  @Override
  public int forgetBefore(Instant before) {
    return change("DELETE FROM sign_in_tries WHERE last_at < ?", before);
  }

  /** A try belongs to no seller, also where a work of one counts it. */
  private int change(String statement, Object... values) {
    return sql.acrossSellers(() -> sql.update(statement, values));
  }
}
