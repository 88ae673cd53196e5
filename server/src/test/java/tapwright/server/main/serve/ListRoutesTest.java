package tapwright.server.main.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.core.card.CardId;
import tapwright.core.notice.MailKind;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.record.access.Role;
import tapwright.server.record.mail.Mail;
import tapwright.server.store.RecordUrl;

/** Lists read part by part, some of whose rows are of one instant. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListRoutesTest {

  private static final int ROWS = 5;

  @TempDir private static Path folder;
  private final List<String> cards = new ArrayList<>();
  private final List<String> claims = new ArrayList<>();
  private LocalServer server;
  private String supervisor = "";

  /** The record that the server works on. */
  RecordUrl record() {
    return RecordUrl.ofFile(folder.resolve("server.db"));
  }

  @BeforeAll
  void start() {
    server = new LocalServer(folder, record());
    supervisor = server.token(Role.SUPERVISOR, "supervisor");
    placeAtOnce("row-1", "row-2", "row-3", "row-4", "row-5");
    cards.forEach(this::claim);
    claims.forEach(claim -> send("/api/v1/claims/" + claim + "/rmas", server.shop, "{}"));
    reportTheImpossible();
    mailAll();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  /** One request, so that all are of one instant. */
  private void placeAtOnce(String... numbers) {
    String lines =
        String.join(
            ",",
            List.of(numbers).stream()
                .map(
                    """
                    {"order": "%s", "pack": "b-rigardz", "contact": {"name": "Sample Person"},
                      "facts": {"line": "subscription", "term": "monthly", "price": "49.00 INR"}}
                    """
                        ::formatted)
                .toList());
    send("/api/v1/orders", server.shop, "{\"orders\": [" + lines + "]}")
        .get("cards")
        .forEach(card -> cards.add(card.get("cardId").asText()));
  }

  private void claim(String card) {
    JsonNode filed = send("/api/v1/claims", server.shop, AccessRequests.claim(card));
    claims.add(filed.get("claimId").asText());
  }

  /** Content that was ordered for no card. */
  private void reportTheImpossible() {
    JsonNode jobs =
        send("/station/v1/leases", server.station, "{\"max\": %d}".formatted(ROWS)).get("jobs");
    List<String> events =
        IntStream.range(0, ROWS)
            .mapToObj(
                row ->
                    """
                    {"eventId": "e%d", "jobId": "%s", "at": "2026-03-02T08:00:00Z",
                      "kind": "VERIFIED", "encoded": {"uid": "0400000000000%d",
                      "model": "NTAG215", "message": "D10100", "counterBaseline": 2,
                      "exchanges": 18}}
                    """
                        .formatted(row, jobs.get(row).get("jobId").asText(), row))
            .toList();
    JsonNode told =
        send(
            "/station/v1/events",
            server.station,
            "{\"events\": [" + String.join(",", events) + "]}");
    assertEquals("REFUSED", told.at("/results/0/status").asText(), told.toString());
  }

  /** Nobody sends them: the server has no address to send from. */
  private void mailAll() {
    Instant at = Instant.parse("2026-03-02T08:00:00Z");
    for (int row = 0; row < ROWS; row++) {
      Instant made = at.plus(Duration.ofSeconds(row / 2));
      Mail mail =
          new Mail(
              "mail-" + row,
              FirstSeller.ID,
              CardId.parse(cards.get(row)).orElseThrow(),
              "event-" + row,
              MailKind.CLAIM_RECEIVED,
              Map.of(),
              new Mail.Progress(Mail.State.WAITING, 0, at, "", at),
              made);
      server
          .installation()
          .store()
          .write(
              FirstSeller.ID,
              records -> {
                records.mails().add(mail);
                return true;
              })
          .join();
    }
  }

  private JsonNode send(String path, String token, String body) {
    HttpResponse<String> answer = server.send("POST", path, token, body);
    assertTrue(answer.statusCode() < 300, answer.body());
    return LocalServer.json(answer);
  }

  private JsonNode get(String path) {
    HttpResponse<String> answer = server.send("GET", path, supervisor, "");
    assertEquals(200, answer.statusCode(), answer.body());
    return LocalServer.json(answer);
  }

  private static List<String> keys(JsonNode list, String pointer) {
    JsonNode rows =
        StreamSupport.stream(list.spliterator(), false)
            .filter(JsonNode::isArray)
            .findFirst()
            .orElseThrow();
    List<String> keys = new ArrayList<>();
    rows.forEach(row -> keys.add(row.at(pointer).asText()));
    return keys;
  }

  /** All rows, by parts of two. */
  private List<String> inParts(String path, String pointer) {
    List<String> keys = new ArrayList<>();
    JsonNode part = get(path + "limit=2");
    keys.addAll(keys(part, pointer));
    while (part.has("next")) {
      part = get(path + "limit=2&after=" + part.get("next").asText());
      assertTrue(keys(part, pointer).size() <= 2);
      keys.addAll(keys(part, pointer));
    }
    return keys;
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/orders?, /order",
    "/api/v1/cards?, /card/cardId",
    "/api/v1/jobs?, /jobId",
    "/api/v1/jobs?state=stopped&, /jobId",
    "/api/v1/claims?, /claimId",
    "/api/v1/claims?state=decided&, /claimId",
    "/api/v1/rmas?, /rmaId",
    "/api/v1/rmas?state=issued&, /rmaId",
    "/api/v1/mails?, /mailId",
    "/api/v1/mails?state=waiting&, /mailId",
    "/api/v1/station-events/refused?, /event/eventId"
  })
  void parts_areTheWholeListInItsOrder(String path, String pointer) {
    List<String> whole = keys(get(path + "limit=500"), pointer);
    List<String> parts = inParts(path, pointer);

    assertEquals(whole, parts);
    assertTrue(whole.size() >= ROWS || path.contains("state=decided"), whole.toString());
    assertEquals(new HashSet<>(parts).size(), parts.size());
  }

  @Test
  void claimsOfACard_areReadInPartsToo() {
    placeAtOnce("row-6");
    String card = cards.getLast();
    for (int count = 0; count < ROWS; count++) {
      claim(card);
    }

    List<String> parts = inParts("/api/v1/claims?cardId=" + card + "&", "/claimId");
    assertEquals(claims.subList(claims.size() - ROWS, claims.size()), parts);
  }

  /** What came meanwhile stands at the end and moves nothing. */
  @Test
  void whatComesMeanwhile_movesNoOther() {
    List<String> before = keys(get("/api/v1/orders?limit=500"), "/order");
    JsonNode first = get("/api/v1/orders?limit=3");
    placeAtOnce("row-later");
    List<String> seen = new ArrayList<>(keys(first, "/order"));
    seen.addAll(
        keys(get("/api/v1/orders?limit=500&after=" + first.get("next").asText()), "/order"));

    assertEquals(before, seen.subList(0, before.size()));
    assertEquals("row-later", seen.getLast());
  }

  /** The place in the list stays where it was, whatever became of the claim that stood there. */
  @Test
  void claimThatChangesMeanwhile_isSeenAgainAndHidesNone() {
    List<String> before = keys(get("/api/v1/claims?limit=500"), "/claimId");
    JsonNode first = get("/api/v1/claims?limit=2");
    String last = keys(first, "/claimId").getLast();
    send(
        "/api/v1/claims/" + last + "/answers",
        server.shop,
        "{\"cause\": \"the customer wrote\", \"facts\": {\"opened\": true}}");
    List<String> rest =
        keys(get("/api/v1/claims?limit=500&after=" + first.get("next").asText()), "/claimId");

    assertTrue(rest.containsAll(before.subList(2, before.size())), rest.toString());
  }

  @Test
  void orders_areFoundByNumberAndByTime() {
    JsonNode one = get("/api/v1/orders?order=row-2");
    Instant placed = Instant.parse(one.at("/orders/0/placedAt").asText());

    assertEquals(List.of("row-2"), keys(one, "/order"));
    assertEquals(List.of(), keys(get("/api/v1/orders?order=none"), "/order"));
    assertEquals(List.of(), keys(get("/api/v1/orders?until=" + placed), "/order"));
    assertTrue(keys(get("/api/v1/orders?since=" + placed), "/order").contains("row-2"));
    assertTrue(
        keys(
                get(
                    "/api/v1/orders?since=%s&until=%s"
                        .formatted(placed, placed.plus(Duration.ofNanos(1_000)))),
                "/order")
            .contains("row-2"));
  }

  @Test
  void returns_areFoundByTheirClaim() {
    JsonNode found = get("/api/v1/rmas?claimId=" + claims.getFirst());

    assertEquals(List.of(claims.getFirst()), keys(found, "/claimId"));
    assertEquals(List.of(), keys(get("/api/v1/rmas?claimId=none"), "/claimId"));
    assertEquals(List.of(), keys(get("/api/v1/rmas?state=disposed"), "/claimId"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "AA", "IDAwMA", "MTIz", "-_-_"})
  void placeThatNobodyGave_isRefused(String after) {
    HttpResponse<String> answer =
        server.send("GET", "/api/v1/orders?after=" + after, supervisor, "");

    assertEquals(400, answer.statusCode(), answer.body());
    assertEquals("after", LocalServer.json(answer).at("/errors/0/field").asText(), answer.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "2026-03-02", "2026-13-02T08:00:00Z"})
  void instantThatIsNone_isRefused(String since) {
    HttpResponse<String> answer =
        server.send("GET", "/api/v1/orders?since=" + since, supervisor, "");

    assertEquals(400, answer.statusCode(), answer.body());
    assertEquals("since", LocalServer.json(answer).at("/errors/0/field").asText(), answer.body());
  }
}
