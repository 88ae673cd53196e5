package tapwright.server.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every answered hit is on record and each read counts once, whatever is killed. */
class ExactnessTest {

  private static final int CARDS = 24;

  /** What a store might do wrong, done to one row of a record that is right. */
  private static final List<String> FAULTS =
      List.of(
          "DELETE FROM hit WHERE hit_id ="
              + " (SELECT hit_id FROM hit WHERE class = 'tap' ORDER BY counter DESC LIMIT 1)",
          "UPDATE hit SET class = 'tap', missed = -1 WHERE hit_id ="
              + " (SELECT hit_id FROM hit WHERE class = 'replay' LIMIT 1)",
          "UPDATE read_counter SET seen = seen + 1, missed = missed - 1 WHERE card_id ="
              + " (SELECT min(card_id) FROM read_counter)",
          "UPDATE used_counter SET bits = bits & (bits - 1) WHERE card_id ="
              + " (SELECT min(card_id) FROM used_counter) AND block = 0",
          "UPDATE usage_day SET hits = hits + 1 WHERE class = 'scan' AND card_id ="
              + " (SELECT min(card_id) FROM usage_day)");

  @TempDir private Path home;

  @Test
  void nodeKilledOnOneFile_losesNothingAnsweredAndCountsEachReadOnce() throws SQLException {
    SampleShop.Tokens tokens = Fleet.tokens(home);
    List<CardModel> models;
    try (Fleet fleet = Fleet.start(home, 1)) {
      List<SampleCard> cards = ExactnessRun.cards(fleet, tokens, CARDS);
      models =
          new ExactnessRun(1, 2_500, List.of(fleet::killAny, fleet::killAny))
              .on(fleet::node, cards);
    }

    String record = ExactnessRun.embedded(home);
    assertEquals(List.of(), ExactnessRun.differences(record, models));
    for (String fault : FAULTS) {
      assertNotEquals(List.of(), differencesAfter(fault, record, models), fault);
    }
  }

  private static List<String> differencesAfter(String fault, String url, List<CardModel> models)
      throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      assertEquals(1, statement.executeUpdate(fault), fault);
      List<String> differences = RecordCheck.differences(connection, models);
      connection.rollback();
      return differences;
    }
  }

  /** The alarm works: an answer that goes out before its hit is stored does not stay unseen. */
  @Test
  void answersBeforeTheCommit_areFoundOut() throws IOException {
    SampleShop.Tokens tokens = Fleet.tokens(home);
    List<CardModel> models;
    try (Fleet fleet = Fleet.start(home, 1);
        HastyFront front = new HastyFront(() -> fleet.node(0))) {
      List<SampleCard> cards = ExactnessRun.cards(fleet, tokens, CARDS);
      models = new ExactnessRun(2, 4_000, List.of(fleet::killAny)).on(lane -> front.url(), cards);
    }

    assertNotEquals(List.of(), ExactnessRun.differences(ExactnessRun.embedded(home), models));
  }
}
