package tapwright.server.main.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stations of both versions are given, and what they are told of chips. */
class StationContractTest {

  private static final String LEASE = "{\"max\": 50}";
  private static final String UID = "04A1B2C3D4E5F6";

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"counting\": \"sun\"",
        "\"protect\": {\"password\": true}",
        "\"protect\": {\"lock\": true}",
        "\"counting\": \"none\", \"protect\": {\"password\": true, \"lock\": true}"
      })
  void anOldStation_getsNoJobThatItWouldMakeWithoutProtection(String protection) {
    String job = order("A-1", protection).get("jobId").asText();

    assertEquals(List.of(), jobs(lease("/station/v1/leases")));
    assertEquals(List.of(job), jobs(lease("/station/v2/leases")));
  }

  /** An old job's form is the old one: a station that reads strictly still understands it. */
  @Test
  void anOldStation_getsOpenJobsAsBefore() {
    order("A-1", "\"mirror\": false");
    order("A-2", "\"counting\": \"mirror\"");
    JsonNode jobs = lease("/station/v1/leases").get("jobs");

    assertEquals(2, jobs.size());
    assertEquals("false", jobs.at("/0/mirrorCounter").asText());
    assertEquals("true", jobs.at("/1/mirrorCounter").asText());
    assertFalse(jobs.toString().contains("\"secrets\":{"), jobs.toString());
  }

  @Test
  void aJobThatTheStationRefused_waitsUntilItIsQueuedAgain() {
    String job = order("A-1", "\"counting\": \"sun\"").get("jobId").asText();
    JsonNode first = lease("/station/v2/leases").at("/jobs/0");
    tell(
        "refused",
        job,
        "\"kind\": \"REFUSED\", \"problem\": {\"code\": \"signed-link-chip\","
            + " \"message\": \"an NTAG216 lies there\"}");

    assertEquals(List.of(), jobs(lease("/station/v2/leases")));
    assertEquals(
        "an NTAG216 lies there",
        shop("GET", "/api/v1/jobs").at("/jobs/0/problem/message").asText());
    shop("POST", "/api/v1/jobs/" + job + "/requeue");
    assertEquals(first.get("secrets"), lease("/station/v2/leases").at("/jobs/0/secrets"));
  }

  @Test
  void aChip_isFreeThenLiveThenRevoked() {
    JsonNode placed = server.order("A-1", "https://example.com/1");
    assertEquals("{\"standing\":\"FREE\"}", standing());

    server.make(placed, UID);
    assertEquals("LIVE " + placed.get("cardId").asText(), said());
    assertEquals("uid-live-elsewhere", secondCardOfTheChip());
    assertEquals("LIVE " + placed.get("cardId").asText(), said());

    server.send(
        "POST",
        "/api/v1/cards/" + placed.get("cardId").asText() + "/events",
        server.shop,
        "{\"event\": \"revoked\"}");
    assertEquals("REVOKED " + placed.get("cardId").asText(), said());
  }

  /** What a station is told that made another card of the chip all the same. */
  private String secondCardOfTheChip() {
    server.order("A-2", "https://example.com/2");
    JsonNode job = lease("/station/v1/leases").at("/jobs/0");
    return tell(
            "second",
            job.get("jobId").asText(),
            "\"kind\": \"VERIFIED\", \"encoded\": {\"uid\": \"%s\", \"model\": \"NTAG215\","
                    .formatted(UID)
                + " \"message\": \"D10100\", \"counterBaseline\": 2, \"exchanges\": 18}")
        .at("/results/0/problem/code")
        .asText();
  }

  private String standing() {
    return station("/station/v1/uids", "{\"uid\": \"" + UID + "\"}").body();
  }

  private String said() {
    HttpResponse<String> answer = station("/station/v1/uids", "{\"uid\": \"" + UID + "\"}");
    JsonNode reply = LocalServer.json(answer);
    return reply.get("standing").asText() + " " + reply.get("cardId").asText();
  }

  private JsonNode order(String number, String chip) {
    HttpResponse<String> placed =
        server.send(
            "POST",
            "/api/v1/orders",
            server.shop,
            "{\"orders\": [{\"order\": \"%s\", \"contact\": {\"name\": \"Sample\"}, %s}]}"
                .formatted(number, chip));
    assertEquals(201, placed.statusCode(), placed.body());
    return LocalServer.json(placed).at("/cards/0");
  }

  private JsonNode lease(String path) {
    return LocalServer.json(station(path, LEASE));
  }

  private static List<String> jobs(JsonNode leased) {
    List<String> jobs = new ArrayList<>();
    leased.get("jobs").forEach(job -> jobs.add(job.get("jobId").asText()));
    return jobs;
  }

  private JsonNode tell(String event, String job, String what) {
    HttpResponse<String> told =
        station(
            "/station/v1/events",
            "{\"events\": [{\"eventId\": \"%s\", \"jobId\": \"%s\", \"at\": \"%s\", %s}]}"
                .formatted(event, job, "2026-03-02T08:00:00Z", what));
    assertEquals(200, told.statusCode(), told.body());
    return LocalServer.json(told);
  }

  private HttpResponse<String> station(String path, String body) {
    return server.send("POST", path, server.station, body);
  }

  private JsonNode shop(String method, String path) {
    return LocalServer.json(server.send(method, path, server.shop, ""));
  }
}
