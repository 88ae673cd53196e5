package tapwright.server.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("postgres")
class PostgresServerTest {

  @Test
  void whatWasCommitted_outlivesAKillAndAStop() throws SQLException {
    try (PostgresServer server = PostgresServer.start()) {
      String url = server.createDatabase();
      execute(url, "CREATE TABLE sample (n INT)");
      execute(url, "INSERT INTO sample VALUES (1)");

      server.kill();
      assertThrows(SQLException.class, () -> execute(url, "SELECT 1"));
      server.startAgain();
      execute(url, "INSERT INTO sample VALUES (2)");
      server.stop();
      server.startAgain();

      assertEquals(2, count(url));
    }
  }

  @Test
  void close_leavesNothingBehind() {
    PostgresServer server = PostgresServer.start("fsync=off");
    server.close();

    assertFalse(Files.exists(server.folder()));
  }

  @Test
  void aWrongPassword_opensNothing() {
    String url = PostgresServer.shared().address("postgres");

    assertThrows(
        SQLException.class,
        () -> DriverManager.getConnection(url, PostgresServer.USER, "other").close());
  }

  private static void execute(String url, String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement running = connection.createStatement()) {
      running.execute(statement);
    }
  }

  private static int count(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement running = connection.createStatement();
        ResultSet rows = running.executeQuery("SELECT count(*) FROM sample")) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
