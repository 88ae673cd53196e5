package tapwright.server.store.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import tapwright.server.store.RecordUrl;

/**
 * Who works on a record in PostgreSQL: each node holds one lock of the database with the others,
 * and who takes something away from the tables has to hold it alone (advisory locks, PostgreSQL 15
 * manual, section 13.3.5). The lock of a node that is gone ends with its connection.
 */
public final class NodesAtWork {

  /** Drawn once: nobody else's lock in a database that is shared with others. */
  private static final long LOCK = 0x5A3C_91E7_04D2_6B8FL;

  /** Longer than a node takes that is about to stop. */
  private static final String PATIENCE = "10s";

  /** The lock was not had in time: lock_not_available (PostgreSQL 15 manual, appendix A). */
  private static final String NOT_IN_TIME = "55P03";

  private NodesAtWork() {}

  /** Says that a node works on the record for as long as the connection lasts. */
  public static void join(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_advisory_lock_shared(" + LOCK + ")");
    }
  }

  /** Does the work while no node is at work; false, and nothing done, where one stays. */
  static boolean without(RecordUrl url, Runnable work) throws SQLException {
    try (Connection connection = url.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET lock_timeout = '" + PATIENCE + "'");
      if (!isHad(statement)) {
        return false;
      }
      work.run();
      return true;
    }
  }

  private static boolean isHad(Statement statement) throws SQLException {
    try {
      return statement.execute("SELECT pg_advisory_lock(" + LOCK + ")");
    } catch (SQLException e) {
      if (NOT_IN_TIME.equals(e.getSQLState())) {
        return false;
      }
      throw e;
    }
  }
}
