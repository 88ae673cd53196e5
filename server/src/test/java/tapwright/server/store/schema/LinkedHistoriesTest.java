package tapwright.server.store.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.server.store.RecordUrl;
import tapwright.server.store.upkeep.Session;

/** What a record that comes to know how far histories are linked makes of those from before. */
class LinkedHistoriesTest {

  private static final int BEFORE = 33;

  @TempDir private Path folder;

  /** A place without tables. */
  RecordUrl emptyPlace(Path inFolder) {
    return RecordUrl.ofFile(inFolder.resolve("record.db"));
  }

  /** One byte, as the engine writes it. */
  String oneByte() {
    return "X'01'";
  }

  @Test
  void cards_sayUpToWhichEntryTheirHistoriesHaveLinks() throws SQLException {
    RecordUrl url = emptyPlace(folder);
    Flyway.configure()
        .configuration(Migrations.flyway(url).getConfiguration())
        .target(String.valueOf(BEFORE))
        .load()
        .migrate();
    try (Connection connection = url.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO seller (seller, activation, created_at) VALUES ('default', 'station', 0)");
      statement.execute(
          "INSERT INTO purchase (order_id, seller, number, pack, placed_at, facts)"
              + " VALUES ('o1', 'default', 'A-1', '', 0, '{}')");
      for (int card = 1; card <= 3; card++) {
        statement.execute(card(card));
      }
      statement.execute(entry(1, 1, oneByte()));
      statement.execute(entry(1, 2, oneByte()));
      statement.execute(entry(2, 1, oneByte()));
      statement.execute(entry(2, 2, "NULL"));
    }
    Migrations.run(url);

    try (Session session = Session.reading(url)) {
      assertEquals(
          List.of(2L, 1L, 0L),
          session.list("SELECT linked_to FROM card ORDER BY card_id", row -> row.getLong(1)));
    }
  }

  private static String card(int card) {
    return ("INSERT INTO card (card_id, seller, slug, order_id, placement_id, placement_row, state,"
            + " shipping, tier, holds, version, target, counting, created_at) VALUES (%d,"
            + " 'default', '%d', 'o1', 'p1', %d, 'active', 'delivered', 'paid', '', 2, '', '',"
            + " 0)")
        .formatted(card, card, card);
  }

  private static String entry(int card, int version, String link) {
    return ("INSERT INTO card_event (card_id, version, seller, kind, detail, actor, cause, at,"
            + " recorded_at, link) VALUES (%d, %d, 'default', 'issued', '', '', '', 0, 0, %s)")
        .formatted(card, version, link);
  }
}
