package tapwright.server.store.upkeep;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The rows of one query, one after the other. */
public final class Cursor implements AutoCloseable {

  private final String query;
  private final PreparedStatement statement;
  private final ResultSet rows;

  Cursor(String query, PreparedStatement statement, ResultSet rows) {
    this.query = query;
    this.statement = statement;
    this.rows = rows;
  }

  /** Goes to the next row; false after the last. */
  public boolean next() {
    try {
      return rows.next();
    } catch (SQLException e) {
      throw Session.failed(query, e);
    }
  }

  public void give(Session.RowTaker taker) {
    try {
      taker.take(rows);
    } catch (SQLException e) {
      throw Session.failed(query, e);
    }
  }

  public long number(int column) {
    try {
      return rows.getLong(column);
    } catch (SQLException e) {
      throw Session.failed(query, e);
    }
  }

  @Override
  public void close() {
    try (statement) {
      rows.close();
    } catch (SQLException e) {
      throw Session.failed("closing " + query, e);
    }
  }
}
