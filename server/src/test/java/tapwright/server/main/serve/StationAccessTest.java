package tapwright.server.main.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.server.main.installation.Installation;
import tapwright.server.record.access.Role;
import tapwright.server.store.RecordUrl;

/** How stations come in, what is seen of them, and how one is stopped on every node. */
class StationAccessTest {

  @TempDir private Path folder;
  private LocalServer server;
  private LocalServer otherNode;
  private String admin;

  /** The record that both nodes work on. */
  RecordUrl record() {
    return RecordUrl.ofFile(folder.resolve("two.db"));
  }

  @BeforeEach
  void start() {
    RecordUrl record = record();
    server = new LocalServer(folder, record);
    Installation first = server.installation();
    otherNode =
        new LocalServer(
            new Installation(
                first.folder(),
                first.database(),
                first.keys(),
                first.clock(),
                first.random(),
                first.ids(),
                Installation.store(record, first.random())));
    admin = server.token(Role.ADMIN, "admin");
  }

  @AfterEach
  void stop() {
    otherNode.close();
    server.close();
  }

  private String code(String name) {
    HttpResponse<String> made =
        server.send("POST", "/api/v1/stations/enrolments", admin, "{\"name\": \"" + name + "\"}");
    assertEquals(201, made.statusCode(), made.body());
    return LocalServer.json(made).get("code").asText();
  }

  private static HttpResponse<String> redeem(LocalServer at, String code) {
    return at.send("POST", "/station/v1/enrolments", "", "{\"code\": \"" + code + "\"}");
  }

  private JsonNode station(String name) {
    for (JsonNode one :
        LocalServer.json(server.send("GET", "/api/v1/stations", admin, "")).get("stations")) {
      if (one.get("name").asText().equals(name)) {
        return one;
      }
    }
    throw new AssertionError("no station " + name);
  }

  private static String problem(HttpResponse<String> answer) {
    return answer.statusCode() + " " + LocalServer.json(answer).path("code").asText();
  }

  private static JsonNode lease(LocalServer at, String token) {
    return LocalServer.json(at.send("POST", "/station/v2/leases", token, "{\"max\": 5}"));
  }

  @Test
  void aCode_isAStationsTokenOnce() {
    String code = code("desk 1");
    assertTrue(code.matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}"), code);

    HttpResponse<String> entered = redeem(otherNode, " " + code.toLowerCase(Locale.ROOT));
    assertEquals(201, entered.statusCode(), entered.body());
    String token = LocalServer.json(entered).get("token").asText();
    assertTrue(lease(server, token).has("jobs"));
    assertEquals("403 enrolment-code-refused", problem(redeem(server, code)));
  }

  @Test
  void aCodeSentByTwo_givesOneToken() {
    String code = code("desk 1");
    List<CompletableFuture<Integer>> both =
        Stream.of(server, otherNode, server, otherNode)
            .map(node -> CompletableFuture.supplyAsync(() -> redeem(node, code).statusCode()))
            .toList();

    assertEquals(1, both.stream().filter(status -> status.join() == 201).count());
  }

  @Test
  void manyWrongCodes_areNotTriedOn() {
    for (int i = 0; i < 30; i++) {
      assertEquals("403 enrolment-code-refused", problem(redeem(server, "0000-00" + (10 + i))));
    }

    assertEquals("429 enrolment-tries-limited", problem(redeem(server, code("desk 1"))));
  }

  @Test
  void whatIsRevokedOnOneNode_opensNothingOnAnother() {
    String token = LocalServer.json(redeem(server, code("desk 1"))).get("token").asText();
    assertTrue(lease(otherNode, token).has("jobs"));
    server.send("POST", revokePath("desk 1"), admin, "");

    HttpResponse<String> refused =
        otherNode.send("POST", "/station/v2/leases", token, "{\"max\": 1}");
    assertEquals("401 token-revoked", problem(refused));
    assertTrue(
        LocalServer.json(refused).get("detail").asText().startsWith("the token of desk 1 was"),
        refused.body());
    assertFalse(station("desk 1").get("lastRefusedAt").isNull());
  }

  private String revokePath(String name) {
    return "/api/v1/stations/" + station(name).get("stationId").asText() + "/revoke";
  }

  @Test
  void aStolenStation_losesItsJobsAndIsHeardNoMore() {
    server.order("A-1", "https://example.com/1");
    JsonNode job = lease(server, server.station).at("/jobs/0");
    assertEquals(1, station("station").get("leases").asInt());
    assertFalse(station("station").get("lastSeenAt").isNull());
    String desk = LocalServer.json(redeem(server, code("desk 2"))).get("token").asText();
    assertEquals(0, lease(server, desk).get("jobs").size());

    JsonNode revoked = LocalServer.json(server.send("POST", revokePath("station"), admin, ""));
    assertEquals(1, revoked.get("jobsGivenBack").asInt());
    assertEquals(job.get("jobId").asText(), lease(server, desk).at("/jobs/0/jobId").asText());
    String event =
        """
        {"events": [{"eventId": "late", "jobId": "%s", "at": "2026-03-02T08:00:00Z",
          "kind": "RELEASED"}]}
        """
            .formatted(job.get("jobId").asText());
    assertEquals(
        "401 token-revoked",
        problem(server.send("POST", "/station/v1/events", server.station, event)));
    assertEquals(1, station("desk 2").get("leases").asInt());
  }
}
