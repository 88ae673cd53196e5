package tapwright.server.store.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.server.store.sqlite.SqliteStore;

/** What V4 makes of hits and orders that an earlier version stored. */
class UsageMigrationTest {

  private static final long HOUR = 3_600_000_000L;

  @TempDir private Path folder;
  private String url;

  @BeforeEach
  void fillAnEarlierVersion() throws SQLException {
    url = "jdbc:sqlite:" + folder.resolve("record.db");
    Flyway.configure()
        .dataSource(new SqliteSource(url))
        .locations("classpath:tapwright/server/store/migrations/sqlite")
        .target("3")
        .load()
        .migrate();
    run(
        "INSERT INTO seller (seller, activation, created_at) VALUES ('default', 'station', 0)",
        "INSERT INTO purchase VALUES ('o1', 'default', 'A-1', '', 0, '{}')",
        "INSERT INTO card (card_id, seller, slug, order_id, placement_id, placement_row, state,"
            + " shipping, tier, holds, version, target, created_at) VALUES (1, 'default', 's', 'o1',"
            + " 'p1', 1, 'active', 'delivered', 'paid', '', 1, '', 0)",
        hit(24 * HOUR - 1, "tap", "signed", "new_counter"),
        hit(24 * HOUR, "tap", "mirrored", "quick_succession"),
        hit(24 * HOUR + 1, "tap", "bare", "chip_link"),
        hit(25 * HOUR, "tap", "mirrored", "new_counter"),
        hit(25 * HOUR + 1, "replay", "mirrored", "counter_seen"),
        day(0, "tap", 1),
        day(1, "tap", 3),
        day(1, "replay", 1));
    SqliteStore.open(url).close();
  }

  private static String hit(long at, String hitClass, String assurance, String reason) {
    return "INSERT INTO hit VALUES (1, %d, 1, 'default', 'chip', '%s', '%s', '%s', 7, 1, 0, NULL)"
        .formatted(at, hitClass, assurance, reason);
  }

  private static String day(int day, String hitClass, int hits) {
    return "INSERT INTO usage_day VALUES (1, %d, '%s', 'default', %d)"
        .formatted(day, hitClass, hits);
  }

  @Test
  void hours_areRolledUpFromTheHits() throws SQLException {
    assertEquals(
        List.of("23 tap 1 1 0 0", "24 tap 2 0 1 1", "25 replay 1 0 1 0", "25 tap 1 0 1 0"),
        rows(
            "SELECT concat_ws(' ', hour, class, hits, signed, mirrored, quick) FROM usage_hour"
                + " ORDER BY hour, class"));
  }

  @Test
  void days_tellHowWellTheirHitsAreKnown() throws SQLException {
    assertEquals(
        List.of("0 tap 1 1 0 0", "1 replay 1 0 1 0", "1 tap 3 0 2 1"),
        rows(
            "SELECT concat_ws(' ', day, class, hits, signed, mirrored, quick) FROM usage_day"
                + " ORDER BY day, class"));
  }

  @Test
  void orders_areAccountsOfTheirOwn() throws SQLException {
    assertEquals(List.of(""), rows("SELECT account FROM purchase"));
  }

  private void run(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    }
  }

  private List<String> rows(String query) throws SQLException {
    List<String> all = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        all.add(rows.getString(1));
      }
    }
    return all;
  }
}
