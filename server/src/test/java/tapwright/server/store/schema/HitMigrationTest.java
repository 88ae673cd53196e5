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

/** What V3 makes of hits and counters that an earlier version stored. */
class HitMigrationTest {

  private static final String CARD =
      "INSERT INTO card (card_id, seller, slug, order_id, placement_id, placement_row, state,"
          + " shipping, tier, holds, version, target, counter_baseline, key_version, created_at)"
          + " VALUES (%d, 'default', '%d', 'o1', 'p1', 1, 'active', 'delivered', 'paid', '', 1, '',"
          + " %d, 1, 0)";

  @TempDir private Path folder;
  private String url;

  @BeforeEach
  void fillAnEarlierVersion() throws SQLException {
    url = "jdbc:sqlite:" + folder.resolve("record.db");
    Flyway.configure()
        .dataSource(url, "", "")
        .locations("classpath:tapwright/server/store/migrations/sqlite")
        .target("2")
        .load()
        .migrate();
    run(
        "INSERT INTO seller (seller, activation, created_at) VALUES ('default', 'station', 0)",
        "INSERT INTO purchase VALUES ('o1', 'default', 'A-1', '', 0, '{}')",
        CARD.formatted(1, 1, 2),
        CARD.formatted(2, 2, -1),
        // Taps 3, 7, 5 (late) and 70, and a replay of 7; then a card whose link is bare.
        hit(1, 100, "tap", "3", "phone"),
        hit(1, 200, "tap", "7", "phone"),
        hit(1, 300, "tap", "5", ""),
        hit(1, 400, "replay", "7", "other phone"),
        hit(1, 500, "tap", "70", "phone"),
        hit(2, 100, "tap", "NULL", "phone"),
        used(3),
        used(5),
        used(7),
        used(70));
  }

  private static String hit(int card, int at, String hitClass, String counter, String agent) {
    return "INSERT INTO hit VALUES (%d, %d, 1, 'default', 'chip', '%s', 'mirrored', 'new_counter', %s, '%s')"
        .formatted(card, at, hitClass, counter, agent);
  }

  private static String used(int counter) {
    return "INSERT INTO used_counter VALUES (1, 1, %d, 'default')".formatted(counter);
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
    SqliteStore.open(url).close();

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
    SqliteStore.open(url).close();

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
    SqliteStore.open(url).close();

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
}
