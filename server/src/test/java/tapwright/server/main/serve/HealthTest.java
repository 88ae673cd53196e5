package tapwright.server.main.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tapwright.server.store.RecordUrl;

/** When a node says that it lives, and when that it should be sent requests. */
class HealthTest {

  @TempDir private Path folder;
  private LocalServer server;

  @BeforeEach
  void start() {
    server = new LocalServer(folder);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void whole_livesAndIsReady() {
    assertEquals("{\"status\":\"up\"}", server.get("/health/live").body());
    assertEquals(200, server.get("/health/live").statusCode());
    assertEquals("{\"status\":\"ready\"}", server.get("/health/ready").body());
    assertEquals(200, server.get("/health/ready").statusCode());
  }

  @Test
  void recordAway_livesAndIsNotReady() {
    server.installation().store().close();

    assertEquals(200, server.get("/health/live").statusCode());
    assertNotReady("without its record");
  }

  @Test
  void stopping_livesAndIsNotReady() {
    server.sayItStops();

    assertEquals(200, server.get("/health/live").statusCode());
    assertNotReady("stopping");
    assertEquals(404, server.get("/t/0000000000").statusCode(), "what comes all the same");
  }

  /** A newer program has changed the tables while this one runs. */
  @ParameterizedTest
  @CsvSource({"expand more columns, 200", "contract old columns, 503", "more columns, 503"})
  void newerSchema_isFineWhereItOnlyAdds(String description, int status) throws SQLException {
    try (Connection connection = RecordUrl.ofFile(folder.resolve("server.db")).connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,"
              + " checksum, installed_by, installed_on, execution_time, success) VALUES"
              + " (900, '900', '%s', 'SQL', 'V900', 1, 'test', CURRENT_TIMESTAMP, 1, 1)"
                  .formatted(description));
    }

    assertEquals(status, server.get("/health/ready").statusCode());
  }

  private void assertNotReady(String why) {
    HttpResponse<String> answer = server.get("/health/ready");
    assertEquals(503, answer.statusCode());
    assertEquals("not-ready", LocalServer.json(answer).get("code").asText());
    assertEquals(
        "the node is " + why + ", allowed is ready; send requests to another",
        LocalServer.json(answer).get("detail").asText());
  }
}
