package tapwright.server.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.server.postgres.PostgresServer;

/** Two nodes on one PostgreSQL server: as exact as one node on a file. */
@Tag("postgres")
class ManyNodesTest {

  private static final int CARDS = 24;

  @TempDir private Path home;

  @Test
  void nodesAndServerKilled_loseNothingAnsweredAndCountEachReadOnce() {
    try (PostgresServer postgres = PostgresServer.start()) {
      String record = postgres.createDatabase();
      SampleShop.Tokens tokens = Fleet.tokens(home, "--db", record);
      List<CardModel> models;
      try (Fleet fleet = Fleet.start(home, 2, "--db", record)) {
        List<SampleCard> cards = ExactnessRun.cards(fleet, tokens, CARDS);
        models =
            new ExactnessRun(3, 3, 3_000)
                .on(
                    fleet::node,
                    cards,
                    random -> {
                      if (random.nextInt(3) == 0) {
                        postgres.kill();
                        postgres.startAgain();
                      } else {
                        fleet.killAnyAndStartAgain(random);
                      }
                    });
      }
      assertEquals(List.of(), ExactnessRun.differences(record, models));
    }
  }
}
