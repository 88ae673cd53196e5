package tapwright.server.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What the other tests on a cluster rely on: a killed primary is followed by one that knows all.
 */
@Tag("patroni")
@Tag("long")
class PatroniClusterTest {

  @Test
  void killedPrimary_isFollowedByOneThatHasEveryCommitAndComesBackAsItsStandby()
      throws SQLException {
    try (PatroniCluster cluster = PatroniCluster.start(2)) {
      execute(cluster, "CREATE TABLE kept (n INTEGER PRIMARY KEY)");
      execute(cluster, "INSERT INTO kept SELECT generate_series(1, 1000)");

      PatroniNode killed = cluster.killPrimary();

      assertNotEquals(killed.name(), cluster.primary().name());
      assertEquals(1000, count(cluster));
      killed.startAgain();
      cluster.awaitSynchronous();
      execute(cluster, "INSERT INTO kept VALUES (1001)");
      assertEquals(1001, count(cluster));
    }
  }

  private static void execute(PatroniCluster cluster, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(cluster.jdbcUrl());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int count(PatroniCluster cluster) throws SQLException {
    try (Connection connection = DriverManager.getConnection(cluster.jdbcUrl());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM kept")) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
