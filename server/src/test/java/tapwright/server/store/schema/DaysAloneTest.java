package tapwright.server.store.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.server.store.RecordUrl;

/** What becomes of roll-ups of hours when a record comes to know days alone. */
class DaysAloneTest {

  private static final int BEFORE = 8;
  private static final int DAY = 20_000;

  @TempDir private Path folder;
  private RecordUrl url = RecordUrl.ofFile(Path.of(""));

  /** A place without tables. */
  RecordUrl emptyPlace(Path inFolder) {
    return RecordUrl.ofFile(inFolder.resolve("record.db"));
  }

  @BeforeEach
  void make() throws SQLException {
    url = emptyPlace(folder);
    Flyway.configure()
        .configuration(Migrations.flyway(url).getConfiguration())
        .target(String.valueOf(BEFORE))
        .load()
        .migrate();
    run(
        "INSERT INTO seller (seller, activation, created_at) VALUES ('default', 'station', 0)",
        "INSERT INTO purchase (order_id, seller, number, pack, placed_at, facts)"
            + " VALUES ('o1', 'default', 'A-1', '', 0, '{}')",
        "INSERT INTO card (card_id, seller, slug, order_id, placement_id, placement_row, state,"
            + " shipping, tier, holds, version, target, counting, created_at) VALUES"
            + " (1, 'default', '1', 'o1', 'p1', 1, 'active', 'delivered', 'paid', '', 1, '', '', 0)");
  }

  /** Hours of two days that lie side by side, and of both classes that count. */
  @Test
  void days_keepHowManyOfTheirHitsWereFolded() throws SQLException {
    run(
        day(DAY, "tap", 10, "4, 5, 1"),
        day(DAY, "share", 8, "0, 0, 0"),
        day(DAY + 1, "tap", 6, "0, 6, 0"),
        day(DAY + 2, "tap", 3, "0, 0, 0"),
        hour(DAY * 24, "tap", 2),
        hour(DAY * 24 + 23, "tap", 3),
        hour(DAY * 24 + 23, "share", 7),
        hour((DAY + 1) * 24, "tap", 4));
    Migrations.run(url);

    assertEquals(
        List.of(
            "20000 share 8 0 0 0 7 0",
            "20000 tap 10 4 5 1 5 0",
            "20001 tap 6 0 6 0 4 0",
            "20002 tap 3 0 0 0 0 0"),
        rows(
            "SELECT concat_ws(' ', day, class, hits, signed, mirrored, quick, folded,"
                + " length(instants)) FROM usage_day ORDER BY day, class"));
  }

  @Test
  void sellers_showWhoseTheirCardsAre() throws SQLException {
    Migrations.run(url);

    assertEquals(
        List.of("default"),
        rows("SELECT seller FROM seller WHERE cast(share_page AS integer) = 1"));
  }

  /**
   * A roll-up of a day.
   *
   * @param known how many are signed, mirrored and in quick succession
   */
  private static String day(int day, String hitClass, int hits, String known) {
    return ("INSERT INTO usage_day (card_id, day, class, seller, hits, signed, mirrored, quick)"
            + " VALUES (1, %d, '%s', 'default', %d, %s)")
        .formatted(day, hitClass, hits, known);
  }

  private static String hour(int hour, String hitClass, int folded) {
    return ("INSERT INTO usage_hour (card_id, hour, class, seller, hits, signed, mirrored, quick,"
            + " folded) VALUES (1, %d, '%s', 'default', 9, 0, 0, 0, %d)")
        .formatted(hour, hitClass, folded);
  }

  private void run(String... statements) throws SQLException {
    try (Connection connection = url.connect();
        Statement statement = connection.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    }
  }

  private List<String> rows(String query) throws SQLException {
    List<String> all = new ArrayList<>();
    try (Connection connection = url.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        all.add(rows.getString(1));
      }
    }
    return all;
  }
}
