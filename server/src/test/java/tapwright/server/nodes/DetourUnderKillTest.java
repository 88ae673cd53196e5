package tapwright.server.nodes;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.server.postgres.PostgresServer;

/**
 * A node that goes on answering while its record is away: what it journalled is on record later.
 */
@Tag("postgres")
class DetourUnderKillTest {

  private static final int CARDS = 16;
  private static final int ANSWERS = 1_000;

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
        ExactnessRun run = new ExactnessRun(5, ANSWERS, List.of(away)).journaled();
        ExactnessRun.awaitRecord(record, run.on(fleet::node, cards));
      }
    }
  }
}
