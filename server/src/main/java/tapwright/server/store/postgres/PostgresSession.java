package tapwright.server.store.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tapwright.server.record.StoreFault;
import tapwright.server.store.RecordUrl;
import tapwright.server.store.card.CardCache;
import tapwright.server.store.hit.PostgresHits;
import tapwright.server.store.sql.Dialect;
import tapwright.server.store.sql.Sql;
import tapwright.server.store.table.SqlRecords;

/**
 * One connection to PostgreSQL and the record on it, for one thread at a time.
 *
 * <p>Transactions begin by themselves: the driver sends BEGIN with the first statement, which saves
 * a round trip.
 */
final class PostgresSession implements AutoCloseable {

  private final Connection connection;
  private final PostgresHits hits;
  private final SqlRecords records;

  private PostgresSession(Connection connection, int cachedCards) {
    Sql sql = new Sql(connection, Dialect.POSTGRESQL);
    CardCache cache = CardCache.of(cachedCards);
    this.connection = connection;
    this.hits = new PostgresHits(sql, cache);
    this.records = SqlRecords.onPostgresql(sql, hits, cache);
  }

  /** What transactions of a session are for. */
  enum Mode {
    /**
     * Any change. Use cases are written as if they ran one after the other; serializable isolation
     * keeps that true for all nodes at once (PostgreSQL 15 manual, section 13.2.3).
     */
    WORK(Connection.TRANSACTION_SERIALIZABLE, false, 0, ""),
    /**
     * Batches of hits. They hold what they decide on by locks of their own, and a statement that
     * comes after a lock has to see what was stored before the lock was got (section 13.2.1). They
     * alone remember cards: opening a batch compares what is remembered with the record.
     */
    HITS(Connection.TRANSACTION_READ_COMMITTED, false, 20_000, PostgresConnection.BATCHES),
    /** Looking things up: one state of the record throughout. */
    READ(Connection.TRANSACTION_REPEATABLE_READ, true, 0, "");

    private final int isolation;
    private final boolean readOnly;
    private final int cachedCards;
    private final String settings;

    Mode(int isolation, boolean readOnly, int cachedCards, String settings) {
      this.isolation = isolation;
      this.readOnly = readOnly;
      this.cachedCards = cachedCards;
      this.settings = settings;
    }
  }

  /** How sessions are opened, one after the other. */
  record Source(RecordUrl url, Mode mode) {

    PostgresSession open() throws SQLException {
      Connection connection = PostgresConnection.open(url, mode.settings);
      try {
        connection.setTransactionIsolation(mode.isolation);
        connection.setReadOnly(mode.readOnly);
        connection.setAutoCommit(false);
        return new PostgresSession(connection, mode.cachedCards);
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
    }
  }

  SqlRecords records() {
    return records;
  }

  /**
   * Commits what was done.
   *
   * <p>Where the connection breaks before the answer came, nobody knows whether it was stored. The
   * same holds for a commit that comes with a warning: that is how the server says that it stored
   * the transaction and then was told not to wait for its standby (section 20.6.1).
   */
  void commit() {
    try {
      SQLWarning warning = hits.isPending() ? hits.commit() : commitAlone();
      if (warning != null) {
        throw new StoreFault.InDoubt(warning);
      }
    } catch (SQLException e) {
      throw isRolledBack(e)
          ? Dialect.POSTGRESQL.failure("committing", e)
          : new StoreFault.InDoubt(e);
    }
  }

  private @Nullable SQLWarning commitAlone() throws SQLException {
    connection.clearWarnings();
    connection.commit();
    return connection.getWarnings();
  }

  /**
   * Whether the server itself says that it undid the transaction, or that it did not come as far as
   * committing it (PostgreSQL 15 manual, appendix A). 40003 says that it does not know.
   *
   * <p>57P01, a shutdown by its administrator, says too little: a session may be ended so after it
   * has committed and before it could say so.
   */
  private static boolean isRolledBack(SQLException e) {
    String code = String.valueOf(e.getSQLState());
    return switch (code.substring(0, 2)) {
      case "22", "23", "42" -> true;
      // idle_in_transaction_session_timeout strikes only where no commit has come;
      // in_failed_sql_transaction and read_only_sql_transaction: a statement before it failed
      case "25" -> Set.of("25P03", "25P02", "25006").contains(code);
      case "40" -> !code.equals("40003");
      // lock_not_available, query_canceled: of a statement; a commit is not cancelled but warned of
      case "55", "57" -> code.equals("55P03") || code.equals("57014");
      default -> false;
    };
  }

  /** Undoes what was done; false where the connection is of no use any more. */
  boolean rollback() {
    records.afterRollback();
    try {
      connection.rollback();
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  /** The server ends the transaction of a connection that is closed or gone. */
  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      // It was broken, which is why it is closed.
      return;
    }
  }
}
