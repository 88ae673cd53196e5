package tapwright.server.store.upkeep;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;
import tapwright.server.record.StoreFault;
import tapwright.server.store.Opening;
import tapwright.server.store.RecordUrl;

/** One connection to a record, with one transaction from its first statement on. */
public final class Session implements AutoCloseable {

  /** Rows that are fetched at a time, so that no result is held in memory whole. */
  private static final int FETCHED_ROWS = 5_000;

  /** How long to wait for a server that writes to the same file. */
  private static final int BUSY_MILLIS = 30_000;

  private final RecordUrl url;
  private final Connection connection;

  private Session(RecordUrl url, Connection connection) {
    this.url = url;
    this.connection = connection;
  }

  /** Sees one state of the record throughout and cannot change it. */
  public static Session reading(RecordUrl url) {
    return open(url, true);
  }

  public static Session writing(RecordUrl url) {
    return open(url, false);
  }

  private static Session open(RecordUrl url, boolean readOnly) {
    try {
      Connection connection =
          switch (url.engine()) {
            case SQLITE -> sqlite(url, readOnly);
            case POSTGRESQL -> postgresql(url, readOnly);
          };
      return new Session(url, connection);
    } catch (SQLException e) {
      throw Opening.failed("opening " + url, url, e);
    }
  }

  private static Connection sqlite(RecordUrl url, boolean readOnly) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    config.setBusyTimeout(BUSY_MILLIS);
    config.enforceForeignKeys(true);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    Connection connection = DriverManager.getConnection(url.jdbc(), config.toProperties());
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA query_only = " + (readOnly ? "ON" : "OFF"));
    }
    connection.setAutoCommit(false);
    return connection;
  }

  private static Connection postgresql(RecordUrl url, boolean readOnly) throws SQLException {
    Connection connection = url.connect();
    connection.setReadOnly(readOnly);
    connection.setTransactionIsolation(
        readOnly ? Connection.TRANSACTION_REPEATABLE_READ : Connection.TRANSACTION_READ_COMMITTED);
    connection.setAutoCommit(false);
    return connection;
  }

  public RecordUrl url() {
    return url;
  }

  public RecordUrl.Engine engine() {
    return url.engine();
  }

  public Connection connection() {
    return connection;
  }

  /** Rows one after the other; the cursor must be closed. */
  public Cursor rows(String query, Object... values) {
    try {
      PreparedStatement statement = connection.prepareStatement(query);
      statement.setFetchSize(FETCHED_ROWS);
      return new Cursor(query, statement, bound(statement, values).executeQuery());
    } catch (SQLException e) {
      throw failed(query, e);
    }
  }

  /** Gives each row to the reader. */
  public void each(String query, RowTaker taker, Object... values) {
    try (Cursor rows = rows(query, values)) {
      while (rows.next()) {
        rows.give(taker);
      }
    }
  }

  public <T> List<T> list(String query, RowReader<T> reader, Object... values) {
    List<T> all = new ArrayList<>();
    each(query, row -> all.add(reader.read(row)), values);
    return all;
  }

  /** The one number that the query gives. */
  public long number(String query, Object... values) {
    return list(query, row -> row.getLong(1), values).getFirst();
  }

  public int update(String statement, Object... values) {
    try (PreparedStatement prepared = connection.prepareStatement(statement)) {
      return bound(prepared, values).executeUpdate();
    } catch (SQLException e) {
      throw failed(statement, e);
    }
  }

  /** Runs a statement that gives no rows, as one that makes or drops a table. */
  public void execute(String statement) {
    try (PreparedStatement prepared = connection.prepareStatement(statement)) {
      prepared.execute();
    } catch (SQLException e) {
      throw failed(statement, e);
    }
  }

  private static PreparedStatement bound(PreparedStatement statement, Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  public void commit() {
    try {
      connection.commit();
    } catch (SQLException e) {
      throw failed("committing", e);
    }
  }

  public static StoreFault failed(String doing, SQLException e) {
    return new StoreFault.Unavailable(doing, e);
  }

  /** Ends the transaction without storing what was not committed. */
  @Override
  public void close() {
    try (connection) {
      connection.rollback();
    } catch (SQLException e) {
      throw failed("closing " + url, e);
    }
  }

  /** Does something with a row. */
  @FunctionalInterface
  public interface RowTaker {
    void take(ResultSet row) throws SQLException;
  }

  /** Makes a value of a row. */
  @FunctionalInterface
  public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }
}
