package tapwright.server.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * Transactions on one connection.
 *
 * <p>Begun by hand: the driver's own way begins the next one as soon as the last has ended, and so
 * would keep every other process from writing for ever.
 */
final class Transaction {

  private final Connection connection;
  private final String begin;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  private Transaction(Connection connection, String begin) {
    this.connection = connection;
    this.begin = begin;
  }

  /**
   * Transactions that take the right to write at once, and so never fail half-way for want of it.
   */
  static Transaction writing(Connection connection) {
    return new Transaction(connection, "BEGIN IMMEDIATE");
  }

  /** Transactions that see one state of the record throughout. */
  static Transaction reading(Connection connection) {
    return new Transaction(connection, "BEGIN DEFERRED");
  }

  void begin() throws SQLException {
    run(begin);
  }

  void commit() throws SQLException {
    run("COMMIT");
  }

  void rollback() throws SQLException {
    run("ROLLBACK");
  }

  /** A statement that fails is made anew next time, since the driver closes it unasked. */
  private void run(String text) throws SQLException {
    PreparedStatement statement = prepared.remove(text);
    if (statement == null) {
      statement = connection.prepareStatement(text);
    }
    statement.execute();
    prepared.put(text, statement);
  }
}
