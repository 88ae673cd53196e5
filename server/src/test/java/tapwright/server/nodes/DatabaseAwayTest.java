package tapwright.server.nodes;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.server.postgres.PostgresServer;

/**
 * A database that is stopped and comes back, while hits arrive all the while: each that was
 * answered is on record afterwards, once, whatever the seller lets a node do meanwhile.
 */
@Tag("postgres")
class DatabaseAwayTest {

  /** Two phones, so that a minute's hits have room in a journal. */
  private static final int CARDS = 4;

  private static final int BEFORE_AND_AFTER = 500;

  /** Waited for again and again, so that none is the last before the database is back. */
  private static final int SOME = 20;

  @TempDir private Path home;

  @ParameterizedTest
  @ValueSource(strings = {"refuse", "spool"})
  void awayForAMoment_losesNothingAnswered(String policy) {
    run(policy, Duration.ofSeconds(2));
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(strings = {"refuse", "spool"})
  void awayForAMinute_losesNothingAnswered(String policy) {
    run(policy, Duration.ofMinutes(1));
  }

  private void run(String policy, Duration away) {
    try (PostgresServer postgres = PostgresServer.start()) {
      String record = postgres.createDatabase();
      SampleShop.Tokens tokens = Fleet.tokens(home, "--db", record);
      try (Fleet fleet = Fleet.start(home, 1, "--db", record, "--when-store-away", policy)) {
        List<SampleCard> cards = ExactnessRun.cards(fleet, tokens, CARDS);
        ExactnessRun.Disturbance outage =
            (load, random) -> {
              postgres.stop();
              awaitHits(policy, load, away);
              postgres.startAgain();
            };
        ExactnessRun run = new ExactnessRun(7, BEFORE_AND_AFTER, List.of(outage));
        boolean spools = policy.equals("spool");
        ExactnessRun.awaitRecord(record, (spools ? run.journaled() : run).on(fleet::node, cards));
      }
    }
  }

  /** With {@code spool} hits are answered as if nothing was; with {@code refuse} all are 503. */
  private static void awaitHits(String policy, Load load, Duration away) {
    long end = System.nanoTime() + away.toNanos();
    while (System.nanoTime() < end) {
      switch (policy) {
        case "spool" -> load.awaitAnswers(SOME);
        default -> load.awaitUnavailable(SOME);
      }
    }
  }
}
