package tapwright.server.nodes;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.server.postgres.PostgresServer;

/** A node that goes on answering while its record is away: what it journalled is on record later. */
@Tag("postgres")
class DetourUnderKillTest {

  private static final int CARDS = 16;
  private static final int ANSWERS = 2_000;

  @TempDir private Path home;

  @Test
  void recordAwayAndThenNodeKilled_whatWasAnsweredMeanwhileIsOnRecordOnce() {
    try (PostgresServer postgres = PostgresServer.start()) {
      String record = postgres.createDatabase();
      SampleShop.Tokens tokens = Fleet.tokens(home, "--db", record);
      try (Fleet fleet = Fleet.start(home, 1, "--db", record, "--when-store-away", "spool")) {
        List<SampleCard> cards = ExactnessRun.cards(fleet, tokens, CARDS);
        ExactnessRun.Disturbance away =
            (load, random) -> {
              postgres.kill();
              load.awaitAnswers(ANSWERS);
              fleet.kill(0);
              postgres.startAgain();
              fleet.startAgain(0);
            };
        awaitRecord(record, new ExactnessRun(5, ANSWERS, List.of(away)).on(fleet::node, cards));
      }
    }
  }

  /** The journal is put on record a batch at a time, beside the hits that come. */
  private static void awaitRecord(String record, List<CardModel> models) {
    Wait.until(
        "the record that the models admit",
        Duration.ofMinutes(2),
        () -> ExactnessRun.differences(record, models).isEmpty(),
        () -> ExactnessRun.differences(record, models).toString());
  }
}
