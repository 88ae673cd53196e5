package tapwright.server.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.server.postgres.PostgresServer;

/**
 * Nodes of one version replaced by nodes of the next while phones tap: behind a balancer that asks
 * nodes whether they are ready, no tap is refused and none is lost.
 */
@Tag("postgres")
class RollingUpgradeTest {

  private static final int SOME = 300;

  /** Columns and a table more, on what every hit reads and writes. */
  private static final String MORE =
      """
      ALTER TABLE seller ADD COLUMN added TEXT NOT NULL DEFAULT '';
      ALTER TABLE card ADD COLUMN added TEXT NOT NULL DEFAULT '';
      ALTER TABLE hit ADD COLUMN added SMALLINT;
      CREATE TABLE added (added_id BIGINT PRIMARY KEY);
      """;

  @TempDir private Path home;

  /** Holds the migration that only the newer program knows. */
  @TempDir private Path newer;

  private PostgresServer postgres;
  private String record;

  @BeforeEach
  void start() throws IOException {
    postgres = PostgresServer.start();
    record = postgres.createDatabase();
    Path migrations = newer.resolve("tapwright/server/store/migrations/postgresql");
    Files.writeString(Files.createDirectories(migrations).resolve("V9000__expand_added.sql"), MORE);
  }

  @AfterEach
  void stop() {
    postgres.close();
  }

  @Test
  void nodesReplacedOneByOne_refuseNoTapAndLoseNone() throws SQLException {
    SampleShop.Tokens tokens = Fleet.tokens(home, "--db", record);
    ServerProcess first = old();
    ServerProcess second = first;
    try (Rotation rotation = new Rotation()) {
      rotation.add(first.url());
      ReadSeries reads = new ReadSeries(card(first, tokens));
      SteadyTaps taps = SteadyTaps.on(reads, rotation::next);
      try (taps) {
        taps.await(SOME);
        second = newer();
        rotation.add(second.url());
        taps.await(SOME);
        first = replaced(first, old(), rotation);
        taps.await(SOME);
        first = replaced(first, newer(), rotation);
        taps.await(SOME);
      } finally {
        first.close();
        second.close();
      }

      assertEquals(List.of(), taps.end());
      reads.assertOnRecord(record);
      assertEquals("9000 expand added", newestStep());
    }
  }

  /** The node that takes the place is ready before the other one is told to stop. */
  private static ServerProcess replaced(ServerProcess one, ServerProcess by, Rotation rotation) {
    rotation.add(by.url());
    assertEquals(0, one.stop());
    return by;
  }

  private ServerProcess old() {
    return node(List.of());
  }

  private ServerProcess newer() {
    return node(List.of(newer));
  }

  private ServerProcess node(List<Path> first) {
    return ServerProcess.start(
        new ServerProcess.Place(home, List.of(), first),
        List.of("--db", record, "--stop-delay", "1"));
  }

  private static SampleCard card(ServerProcess node, SampleShop.Tokens tokens) {
    try (SampleShop shop = new SampleShop(node.url(), tokens)) {
      return shop.cards(1).getFirst();
    }
  }

  private String newestStep() throws SQLException {
    try (Connection connection = DriverManager.getConnection(record);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT version || ' ' || description FROM flyway_schema_history"
                    + " ORDER BY installed_rank DESC LIMIT 1")) {
      row.next();
      return row.getString(1);
    }
  }
}
