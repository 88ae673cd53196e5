package tapwright.server.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on a cluster that Patroni runs: its primary is killed and a standby promoted. */
@Tag("patroni")
@Tag("long")
class FailoverTest {

  private static final int CARDS = 16;

  @TempDir private Path home;

  @Test
  void primaryKilled_losesNothingAnsweredAndGoesOnByItself() {
    try (PatroniCluster cluster = PatroniCluster.start(2)) {
      String record = cluster.jdbcUrl();
      SampleShop.Tokens tokens = Fleet.tokens(home, "--db", record);
      List<CardModel> models;
      try (Fleet fleet = Fleet.start(home, 2, "--db", record)) {
        List<SampleCard> cards = ExactnessRun.cards(fleet, tokens, CARDS);
        models = new ExactnessRun(4, 2_000, List.of(cluster::killPrimary)).on(fleet::node, cards);
      }
      assertEquals(List.of(), ExactnessRun.differences(record, models));
    }
  }
}
