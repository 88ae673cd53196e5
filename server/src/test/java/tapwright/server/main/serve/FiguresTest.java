package tapwright.server.main.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.server.app.duty.KeepRecordSmall;
import tapwright.server.front.FrontSettings;
import tapwright.server.main.settings.WhenStoreAway;
import tapwright.server.store.RecordUrl;

/** The figures of a whole server, as Prometheus would read them. */
class FiguresTest {

  private static final String UID = "04000000000001";
  private static final String HITS = "tapwright_hits_total{assurance=\"%s\",class=\"%s\"}";

  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  @TempDir private Path folder;
  private LocalServer server;

  @BeforeEach
  void start() {
    Duration keep = Duration.ofDays(30);
    server =
        new LocalServer(
            folder,
            RecordUrl.ofFile(folder.resolve("server.db")),
            new RunningServer.Conduct(
                WhenStoreAway.REFUSE,
                new KeepRecordSmall.Limits(keep, keep),
                new Watching.Wish(Optional.of(new Watching.Place("127.0.0.1", 0)), Duration.ZERO),
                FrontSettings.PLAIN));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void hits_areCountedByClassAndAssurance() {
    String slug = card("A-1").get("slug").asText();
    for (int counter = 3; counter < 6; counter++) {
      server.get("/t/" + slug + "?m=" + UID + "x00000" + counter);
    }
    server.get("/t/" + slug + "?m=" + UID + "x000003");
    server.get("/q/" + slug);
    server.get("/t/0000000000");

    assertEquals(3, figure(HITS.formatted("mirrored", "tap")));
    assertEquals(1, figure(HITS.formatted("mirrored", "replay")));
    assertEquals(1, figure(HITS.formatted("bare", "scan")));
    assertEquals(0, figure(HITS.formatted("signed", "tap")));
    assertEquals(1, figure("tapwright_hits_unknown_total"));
    assertEquals(6, figure("tapwright_hit_commit_seconds_count"));
    assertEquals(6, figure("tapwright_hit_batch_size_sum"));
    assertEquals(0, figure("tapwright_hits_waiting"));
  }

  @Test
  void recordAway_isSeen() {
    assertEquals(0, figure("tapwright_hits_refused_total{reason=\"record_away\"}"));
    server.installation().store().close();
    server.get("/t/0000000000");
    server.get("/t/0000000001");

    assertEquals(2, figure("tapwright_hits_refused_total{reason=\"record_away\"}"));
  }

  @Test
  void backlog_isReadFromTheRecord() {
    card("A-1");
    server.order("A-2", "https://example.com/2");
    server.order("A-3", "https://example.com/3");

    await("tapwright_jobs_queued", 2);
    assertEquals(0, figure("tapwright_leases_open"));
    assertEquals(0, figure("tapwright_deadlines_overdue"));
    assertEquals(0, figure("tapwright_deliveries_dead"));
    assertEquals(0, figure("tapwright_mail_oldest_seconds"));
    server.send("POST", "/station/v1/leases", server.station, "{\"max\": 1}");
    await("tapwright_leases_open", 1);
    assertEquals(1, figure("tapwright_jobs_queued"));
  }

  @Test
  void requests_areCountedByTheirPattern() {
    server.send("GET", "/api/v1/cards/0123456789ABC", server.shop, "");
    server.get("/nowhere/secret-path");

    assertEquals(
        1,
        figure(
            "tapwright_http_requests_total{method=\"GET\",route=\"/api/v1/cards/{cardId}\","
                + "status=\"404\"}"));
    assertEquals(
        1, figure("tapwright_http_requests_total{method=\"GET\",route=\"other\",status=\"404\"}"));
    assertFalse(page().contains("secret-path"));
  }

  /** The checker of Prometheus itself, which also says what is named against its customs. */
  @Test
  @Tag("promtool")
  void page_isWhatPrometheusReads() throws IOException, InterruptedException {
    card("A-1");
    server.get("/q/" + card("A-2").get("slug").asText());
    Path page = Files.writeString(folder.resolve("metrics"), page());

    assertEquals("", promtool(page));
    Path broken = Files.writeString(folder.resolve("broken"), page() + "tapwright_x{ 1\n");
    assertTrue(promtool(broken).contains("error"), "a broken page is found out");
  }

  private static String promtool(Path page) throws IOException, InterruptedException {
    Process promtool =
        new ProcessBuilder("promtool", "check", "metrics")
            .redirectInput(page.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = promtool.waitFor();
    return code == 0 ? said.strip() : "error " + code + ": " + said.strip();
  }

  private JsonNode card(String order) {
    JsonNode placed = server.order(order, "https://example.com/card");
    server.make(placed, UID.substring(0, 13) + order.substring(2));
    server.send(
        "POST",
        "/api/v1/cards/" + placed.get("cardId").asText() + "/events",
        server.shop,
        "{\"event\": \"issued\"}");
    return placed;
  }

  private String page() {
    HttpResponse<String> page = server.send(HttpRequest.newBuilder(server.figures()));
    assertEquals(200, page.statusCode());
    return page.body();
  }

  /** The one value under the name. */
  private double figure(String name) {
    return page()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .map(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .reduce((one, other) -> Double.NaN)
        .orElseThrow(() -> new AssertionError("no " + name + " in " + page()));
  }

  private void await(String name, double value) {
    for (int tries = 0; figure(name) != value; tries++) {
      assertTrue(tries < 600, name + " is " + figure(name));
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
  }
}
