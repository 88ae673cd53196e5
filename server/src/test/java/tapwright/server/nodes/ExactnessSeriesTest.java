package tapwright.server.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.server.postgres.PostgresServer;

/**
 * The exactness runs at length: 28 kills and 2.2 million answered hits in all. Each run prints its
 * seed and what came of it.
 */
@Tag("long")
class ExactnessSeriesTest {

  private static final int CARDS = 24;
  private static final int KILLS = 4;

  @TempDir private Path home;

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void nodeKilledOnOneFile(long seed) {
    SampleShop.Tokens tokens = Fleet.tokens(home);
    List<CardModel> models;
    try (Fleet fleet = Fleet.start(home, 1)) {
      List<SampleCard> cards = ExactnessRun.cards(fleet, tokens, CARDS);
      ExactnessRun.Disturbance killed = fleet::killAny;
      models =
          new ExactnessRun(seed, 100_000, Collections.nCopies(KILLS, killed))
              .on(fleet::node, cards);
    }
    assertEquals(List.of(), ExactnessRun.differences(ExactnessRun.embedded(home), models));
  }

  @Tag("postgres")
  @ParameterizedTest
  @ValueSource(longs = {21, 22})
  void nodesAndServerKilledInTurn(long seed) {
    try (PostgresServer postgres = PostgresServer.start()) {
      String record = postgres.createDatabase();
      ExactnessRun.Disturbance serverKilled =
          (load, random) -> {
            postgres.kill();
            postgres.startAgain();
          };
      assertEquals(
          List.of(), differences(seed, record, 50_000, List.of(serverKilled, serverKilled)));
    }
  }

  @Tag("patroni")
  @ParameterizedTest
  @ValueSource(longs = {31, 32})
  void nodesAndPrimaryKilledInTurn(long seed) {
    try (PatroniCluster cluster = PatroniCluster.start(2)) {
      assertEquals(
          List.of(),
          differences(
              seed,
              cluster.jdbcUrl(),
              20_000,
              List.of(cluster::killPrimary, cluster::killPrimary)));
    }
  }

  /** Two nodes on the record, of which one is killed after each disturbance of the database. */
  private List<String> differences(
      long seed, String record, long between, List<ExactnessRun.Disturbance> ofDatabase) {
    SampleShop.Tokens tokens = Fleet.tokens(home, "--db", record);
    List<CardModel> models;
    try (Fleet fleet = Fleet.start(home, 2, "--db", record)) {
      List<SampleCard> cards = ExactnessRun.cards(fleet, tokens, CARDS);
      List<ExactnessRun.Disturbance> all =
          ofDatabase.stream()
              .flatMap(one -> Stream.<ExactnessRun.Disturbance>of(one, fleet::killAny))
              .toList();
      models = new ExactnessRun(seed, between, all).on(fleet::node, cards);
    }
    return ExactnessRun.differences(record, models);
  }
}
