package tapwright.server.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import tapwright.server.store.RecordUrl;
import tapwright.server.store.postgres.PostgresStore;

/** Empty records in PostgreSQL, each in a database of its own on the shared cluster. */
public final class PostgresRecords {

  /** Copied for each test: its tables are made once and not by each of them. */
  private static final String PATTERN = "pattern";

  private static boolean patternMade;

  private PostgresRecords() {}

  /** Time and chance for a store under test. */
  public static PostgresStore.Means means() {
    return new PostgresStore.Means(
        InstantSource.fixed(Instant.parse("2026-03-02T08:00:00Z")),
        System::nanoTime,
        new Random(42),
        pause -> LockSupport.parkNanos(pause.toNanos()));
  }

  /** The place of a new record, with its tables. */
  public static synchronized RecordUrl create() {
    PostgresServer server = PostgresServer.shared();
    if (!patternMade) {
      server.execute("postgres", "CREATE DATABASE " + PATTERN);
      PostgresStore.open(url(server.url(PATTERN)), means()).close();
      patternMade = true;
    }
    return url(server.createDatabase("TEMPLATE " + PATTERN + " STRATEGY FILE_COPY"));
  }

  /** All rows of a record; bytes that are letters stand there as letters. */
  public static String text(RecordUrl url) {
    try (Connection connection = url.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET bytea_output = 'escape'");
      StringBuilder all = new StringBuilder();
      for (String table :
          column(statement, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'")) {
        column(statement, "SELECT t::text FROM " + table + " AS t")
            .forEach(row -> all.append(row).append('\n'));
      }
      return all.toString();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> column(Statement statement, String query) throws SQLException {
    List<String> values = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        values.add(String.valueOf(rows.getString(1)));
      }
    }
    return values;
  }

  /** A URL of a database on a cluster for tests. */
  public static RecordUrl url(String jdbc) {
    return RecordUrl.parse(jdbc).orElseThrow(() -> new IllegalStateException("no URL of a record"));
  }

  /** The same place with the login apart from the URL, as servers get it. */
  public static RecordUrl withLogin(String address) {
    return url(address).as(Optional.of(PostgresServer.USER), Optional.of(PostgresServer.PASSWORD));
  }
}
