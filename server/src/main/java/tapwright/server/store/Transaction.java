package tapwright.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Transactions on one connection.
 *
 * <p>Begun by hand: the driver's own way begins the next one as soon as the last has ended, and so
 * would keep every other process from writing for ever.
 */
final class Transaction {

  private final PreparedStatement begin;
  private final PreparedStatement commit;
  private final PreparedStatement rollback;

  private Transaction(
      PreparedStatement begin, PreparedStatement commit, PreparedStatement rollback) {
    this.begin = begin;
    this.commit = commit;
    this.rollback = rollback;
  }

  /**
   * Transactions that take the right to write at once, and so never fail half-way for want of it.
   */
  static Transaction writing(Connection connection) throws SQLException {
    return on(connection, "BEGIN IMMEDIATE");
  }

  /** Transactions that see one state of the record throughout. */
  static Transaction reading(Connection connection) throws SQLException {
    return on(connection, "BEGIN DEFERRED");
  }

  private static Transaction on(Connection connection, String begin) throws SQLException {
    return new Transaction(
        connection.prepareStatement(begin),
        connection.prepareStatement("COMMIT"),
        connection.prepareStatement("ROLLBACK"));
  }

  void begin() throws SQLException {
    begin.execute();
  }

  void commit() throws SQLException {
    commit.execute();
  }

  void rollback() throws SQLException {
    rollback.execute();
  }
}
