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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.server.store.RecordUrl;

/** What a record that comes to know granted sums makes of claims from before. */
class GrantedSumsTest {

  private static final int BEFORE = 28;

  @TempDir private Path folder;

  /** A place without tables. */
  RecordUrl emptyPlace(Path inFolder) {
    return RecordUrl.ofFile(inFolder.resolve("record.db"));
  }

  /** No bytes, as the engine writes them. */
  String noBytes() {
    return "X''";
  }

  @Test
  void claims_knowWhatTheWordInForceGrants() throws SQLException {
    RecordUrl url = emptyPlace(folder);
    Flyway.configure()
        .configuration(Migrations.flyway(url).getConfiguration())
        .target(String.valueOf(BEFORE))
        .load()
        .migrate();
    try (Connection connection = url.connect();
        Statement statement = connection.createStatement()) {
      for (String one : claims()) {
        statement.execute(one);
      }
    }
    Migrations.run(url);

    assertEquals(
        List.of("engine 49.00 INR", "later 20.00 INR", "ruled 7.00 INR", "silent none"),
        rows(
            url, "SELECT claim_id || ' ' || coalesce(granted, 'none') FROM claim_file ORDER BY 1"));
  }

  private List<String> claims() {
    List<String> all =
        new ArrayList<>(
            List.of(
                "INSERT INTO seller (seller, activation, created_at)"
                    + " VALUES ('default', 'station', 0)",
                "INSERT INTO purchase (order_id, seller, number, pack, placed_at, facts)"
                    + " VALUES ('o1', 'default', 'A-1', '', 0, '{}')"));
    for (int card = 1; card <= 2; card++) {
      all.add(
          "INSERT INTO card (card_id, seller, slug, order_id, placement_id, placement_row, state,"
              + " shipping, tier, holds, version, target, counting, created_at) VALUES (%d,"
                  .formatted(card)
              + " 'default', '%d', 'o1', 'p1', %d, 'active', 'delivered', 'paid', '', 1, '', '', 0)"
                  .formatted(card, card));
    }
    all.addAll(claim(1, "engine", "engine", 1, "{\"amount\": \"49.00 INR\"}"));
    all.addAll(claim(1, "later", "engine", 2, "{\"amount\": \"49.00 INR\"}"));
    all.add(decision("later", 2, "{\"amount\": \"20.00 INR\"}"));
    all.addAll(claim(1, "ruled", "person", 1, "{\"amount\": \"49.00 INR\"}"));
    all.add(word("ruled", 1, "{\"amount\":\"9.00 INR\"}"));
    all.add(word("ruled", 2, "{\"amount\":\"7.00 INR\"}"));
    all.addAll(claim(2, "silent", "engine", 1, "{}"));
    return all;
  }

  private List<String> claim(int card, String id, String by, int decision, String shown) {
    return List.of(
        ("INSERT INTO claim (card_id, claim_id, seller, order_id, kind, reason, at, decided_at,"
                + " pack, pack_hash, calendar_hash, outcome, facts, decision, shown, explanation)"
                + " VALUES (%d, '%s', 'default', 'o1', 'refund', 'defective', 0, 0, 'p', 'h', 'h',"
                + " 'full-refund', %s, %s, '%s', '')")
            .formatted(card, id, noBytes(), noBytes(), shown),
        ("INSERT INTO claim_file (card_id, claim_id, seller, version, state, outcome, outcome_by,"
                + " decision, channel, sender, changed_at) VALUES (%d, '%s', 'default', 1, 'decided',"
                + " 'full-refund', '%s', %d, 'api', 'unverified', 0)")
            .formatted(card, id, by, decision));
  }

  private String decision(String id, int number, String shown) {
    return ("INSERT INTO claim_decision (card_id, claim_id, number, seller, decided_at, pack,"
            + " pack_hash, calendar_hash, outcome, facts, decision, shown, explanation)"
            + " VALUES (1, '%s', %d, 'default', 0, 'p', 'h', 'h', 'full-refund', %s, %s, '%s', '')")
        .formatted(id, number, noBytes(), noBytes(), shown);
  }

  private String word(String id, int number, String detail) {
    return ("INSERT INTO trail (area, subject_id, number, seller, kind, detail, actor, role, cause,"
            + " at, recorded_at, link) VALUES ('claim', '%s', %d, 'default', 'ruled', '%s', '', '',"
            + " '', 0, 0, %s)")
        .formatted(id, number, detail, noBytes());
  }

  private static List<String> rows(RecordUrl url, String query) throws SQLException {
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
