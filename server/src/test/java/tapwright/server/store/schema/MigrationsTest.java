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
import tapwright.server.store.hit.AgentNames;
import tapwright.server.store.sqlite.SqliteStore;

/** What later versions make of hits, counters and orders that an earlier one stored. */
class MigrationsTest {

  private static final long HOUR = 3_600_000_000L;

  private static final String CARD =
      "INSERT INTO card (card_id, seller, slug, order_id, placement_id, placement_row, state,"
          + " shipping, tier, holds, version, target, counter_baseline, key_version, created_at)"
          + " VALUES (%d, 'default', '%d', 'o1', 'p1', 1, 'active', 'delivered', 'paid', '', 1, '',"
          + " %d, 1, 0)";

  @TempDir private Path folder;
  private String url;

  @BeforeEach
  void locate() {
    url = "jdbc:sqlite:" + folder.resolve("record.db");
  }

  private void make(int version) throws SQLException {
    Flyway.configure()
        .dataSource(new SqliteSource(url))
        .locations("classpath:tapwright/server/store/migrations/sqlite")
        .target(String.valueOf(version))
        .load()
        .migrate();
    run(
        "INSERT INTO seller (seller, activation, created_at) VALUES ('default', 'station', 0)",
        "INSERT INTO purchase VALUES ('o1', 'default', 'A-1', '', 0, '{}')",
        CARD.formatted(1, 1, 2));
  }

  /** A record that holds no agents by number, no counters and nothing of what was missed. */
  private void fillVersion2() throws SQLException {
    make(2);
    run(
        CARD.formatted(2, 2, -1),
        // Taps 3, 7, 5 (late) and 70, and a replay of 7; then a card whose link is bare.
        hitOf2(1, 100, "tap", "3", "phone"),
        hitOf2(1, 200, "tap", "7", "phone"),
        hitOf2(1, 300, "tap", "5", ""),
        hitOf2(1, 400, "replay", "7", "other phone"),
        hitOf2(1, 500, "tap", "70", "phone"),
        hitOf2(2, 100, "tap", "NULL", "phone"),
        used(3),
        used(5),
        used(7),
        used(70));
    SqliteStore.open(url).close();
  }

  private static String hitOf2(int card, int at, String hitClass, String counter, String agent) {
    return "INSERT INTO hit VALUES (%d, %d, 1, 'default', 'chip', '%s', 'mirrored', 'new_counter', %s, '%s')"
        .formatted(card, at, hitClass, counter, agent);
  }

  private static String used(int counter) {
    return "INSERT INTO used_counter VALUES (1, 1, %d, 'default')".formatted(counter);
  }

  /** A record that rolls hits up by days alone, and knows no accounts. */
  private void fillVersion3() throws SQLException {
    make(3);
    run(
        hitOf3(24 * HOUR - 1, "tap", "signed", "new_counter"),
        hitOf3(24 * HOUR, "tap", "mirrored", "quick_succession"),
        hitOf3(24 * HOUR + 1, "tap", "bare", "chip_link"),
        hitOf3(25 * HOUR, "tap", "mirrored", "new_counter"),
        hitOf3(25 * HOUR + 1, "replay", "mirrored", "counter_seen"),
        day(0, "tap", 1),
        day(1, "tap", 3),
        day(1, "replay", 1));
    SqliteStore.open(url).close();
  }

  private static String hitOf3(long at, String hitClass, String assurance, String reason) {
    return "INSERT INTO hit VALUES (1, %d, 1, 'default', 'chip', '%s', '%s', '%s', 7, 1, 0, NULL)"
        .formatted(at, hitClass, assurance, reason);
  }

  private static String day(int day, String hitClass, int hits) {
    return "INSERT INTO usage_day VALUES (1, %d, '%s', 'default', %d)"
        .formatted(day, hitClass, hits);
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

  @Test
  void counters_keepWhatWasSeenAndWhatWasMissed() throws SQLException {
    fillVersion2();

    assertEquals(
        List.of("1 1 2 70 4 64 500 0"),
        rows(
            "SELECT concat_ws(' ', card_id, key_version, baseline, last, seen, missed, last_at,"
                + " quick_run) FROM read_counter"));
    assertEquals(
        List.of("0 " + (1L << 3 | 1L << 5 | 1L << 7), "1 " + (1L << 6)),
        rows("SELECT block || ' ' || bits FROM used_counter ORDER BY block"));
  }

  @Test
  void hits_sayWhatTheyMissedAndAddUpToTheCounter() throws SQLException {
    fillVersion2();

    assertEquals(
        List.of("100 tap 0", "200 tap 3", "300 tap -1", "400 replay ?", "500 tap 62", "100 tap ?"),
        rows(
            "SELECT at || ' ' || class || ' ' || coalesce(missed, '?') FROM hit"
                + " ORDER BY card_id, at"));
    assertEquals(List.of("68"), rows("SELECT sum(1 + missed) FROM hit WHERE card_id = 1"));
    assertEquals(
        List.of("1 5"), rows("SELECT key_version || ' ' || count(*) FROM hit WHERE card_id = 1"));
  }

  @Test
  void agents_areNamedByNumberOnce() throws SQLException {
    fillVersion2();

    assertEquals(List.of("other phone", "phone"), rows("SELECT agent FROM agent ORDER BY agent"));
    assertEquals(
        List.of("phone", "phone", "-", "other phone", "phone", "phone"),
        rows(
            "SELECT coalesce(agent, '-') FROM hit LEFT JOIN agent USING (agent_id)"
                + " ORDER BY card_id, at"));
    assertEquals(
        List.of(Long.toString(AgentNames.number("phone"))),
        rows("SELECT agent_id FROM agent WHERE agent = 'phone'"));
  }

  @Test
  void days_tellHowWellTheirHitsAreKnown() throws SQLException {
    fillVersion3();

    assertEquals(
        List.of("0 tap 1 1 0 0", "1 replay 1 0 1 0", "1 tap 3 0 2 1"),
        rows(
            "SELECT concat_ws(' ', day, class, hits, signed, mirrored, quick) FROM usage_day"
                + " ORDER BY day, class"));
  }

  @Test
  void orders_areAccountsOfTheirOwn() throws SQLException {
    fillVersion3();

    assertEquals(List.of(""), rows("SELECT account FROM purchase"));
  }
}
