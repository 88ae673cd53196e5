package tapwright.agent.station.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tapwright.agent.station.StationFault;

/** Statements on one connection, their faults as faults of the journal. */
final class Sql {

  private final Connection connection;

  Sql(Connection connection) {
    this.connection = connection;
  }

  void run(String doing, String sql, @Nullable Object... values) {
    try (PreparedStatement statement = prepared(sql, values)) {
      statement.execute();
    } catch (SQLException e) {
      throw new StationFault.JournalBroken(doing, e);
    }
  }

  <T> List<T> rows(String doing, String sql, Row<T> row, @Nullable Object... values) {
    try (PreparedStatement statement = prepared(sql, values);
        ResultSet results = statement.executeQuery()) {
      List<T> rows = new ArrayList<>();
      while (results.next()) {
        rows.add(row.read(results));
      }
      return rows;
    } catch (SQLException e) {
      throw new StationFault.JournalBroken(doing, e);
    }
  }

  /** Everything in the work is written, or nothing; after this it is on the disk. */
  void atOnce(String doing, Runnable work) {
    run(doing, "begin immediate");
    boolean done = false;
    try {
      work.run();
      run(doing, "commit");
      done = true;
    } finally {
      if (!done) {
        run(doing, "rollback");
      }
    }
  }

  private PreparedStatement prepared(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  /** One row of a result. */
  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet results) throws SQLException;
  }
}
