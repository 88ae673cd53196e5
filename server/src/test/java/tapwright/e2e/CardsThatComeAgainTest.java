package tapwright.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cards that come by a station again: written anew, and inspected for a claim; as processes. */
class CardsThatComeAgainTest {

  private static final String ORDER =
      """
      {"orders": [{"order": "S-1", "pack": "b-rigardz", "contact": {"name": "Sample Person"},
        "counting": "mirror", "protect": {"password": true},
        "facts": {"line": "card", "design": "custom", "price": "49.00 INR"}}]}
      """;

  private static final String NEW_NAME = "Another Sample";

  @TempDir private Path home;
  @TempDir private Path chips;
  private ServerRun server;
  private String shop;
  private String cardPath;
  private String cardId;

  Map<String, String> environment() {
    return Map.of();
  }

  @BeforeEach
  void makeTheCard() throws IOException {
    for (String scope : List.of("shop", "station")) {
      CommandLineRun made =
          CommandLineRun.of(
              home,
              environment(),
              "token",
              "create",
              "--scope",
              scope,
              "--name",
              scope,
              "--out",
              token(scope).toString());
      assertEquals(0, made.exitCode(), made.err());
    }
    shop = Files.readString(token("shop")).strip();
    server = ServerRun.start(home, environment());
    cardId = api("POST", "/api/v1/orders", ORDER, 201).at("/cards/0/cardId").asText();
    cardPath = "/api/v1/cards/" + cardId;
    CommandLineRun made = station("chip", "station", "--drain", "--json");
    assertEquals(0, made.exitCode(), made.err());
    api("POST", cardPath + "/events", "{\"event\": \"issued\"}", 200);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void changedContact_isOnTheChipOnceTheCardCameBy() throws IOException {
    assertEquals("Sample Person", nameOnTheChip());
    CommandLineRun right = rewrite("chip");
    assertEquals(1, right.exitCode(), right.err());
    assertTrue(right.out().contains("\"rewrite-not-needed\":1"), right.out());

    api("PUT", cardPath + "/contact", "{\"contact\": {\"name\": \"" + NEW_NAME + "\"}}", 200);
    assertEquals("[\"content-stale\"]", card().at("/card/marks").toString());
    CommandLineRun rewritten = rewrite("chip");

    assertEquals(0, rewritten.exitCode(), rewritten.err());
    assertEquals(1, ServerRun.json(rewritten.out()).get("rewritten").asInt(), rewritten.out());
    assertEquals("[]", card().at("/card/marks").toString());
    assertEquals(NEW_NAME, nameOnTheChip());
    JsonNode history = card().get("history");
    JsonNode entry = history.get(history.size() - 1);
    assertEquals("content-rewritten", entry.get("kind").asText());
    assertEquals("station", entry.get("actor").asText());

    CommandLineRun foreign = rewrite("another");
    assertEquals(1, foreign.exitCode(), foreign.err());
    assertTrue(foreign.out().contains("\"rewrite-card-unknown\":1"), foreign.out());
    server.close();
    CommandLineRun away = rewrite("chip");
    assertEquals(3, away.exitCode(), away.err());
    assertTrue(away.out().contains("\"rewrite-server-away\":1"), away.out());
    assertNotInTheClear(rewritten);
  }

  @Test
  void returnedCard_isInspectedAndItsClaimDecidedAnew() {
    String rma = received();
    CommandLineRun works = inspect("chip", rma);

    assertEquals(0, works.exitCode(), works.err());
    assertEquals("works", ServerRun.json(works.out()).get("verdict").asText(), works.out());
    JsonNode kept = api("GET", "/api/v1/rmas/" + rma, "", 200);
    assertEquals("inspected", kept.get("state").asText());
    assertEquals(
        "{\"chipTest\":\"passes\",\"contentMatchesOrder\":\"true\"}", sorted(kept.get("facts")));

    CommandLineRun wrong = inspect("another", rma);
    assertEquals(1, wrong.exitCode(), wrong.err());
    assertTrue(wrong.out().contains("return-other-card"), wrong.out());
    CommandLineRun another = inspect("another", rma, "--not-ours");
    assertEquals(0, another.exitCode(), another.err());
    assertEquals("not-ours", ServerRun.json(another.out()).get("verdict").asText());

    CommandLineRun dead = inspect("chip", rma, "--dead");
    assertEquals(0, dead.exitCode(), dead.err());
    JsonNode silent = api("GET", "/api/v1/rmas/" + rma, "", 200);
    assertEquals("defective", silent.get("verdict").asText());
    assertEquals("{\"chipTest\":\"fails\"}", silent.get("facts").toString());
    JsonNode claim = api("GET", "/api/v1/claims/" + kept.get("claimId").asText(), "", 200);
    assertTrue(claim.get("later").toString().contains("chipTest fails"), claim.toString());

    CommandLineRun unknown = inspect("chip", "NO-SUCH-RETURN");
    assertEquals(1, unknown.exitCode(), unknown.err());
    assertTrue(unknown.out().contains("return-not-taken"), unknown.out());
  }

  private static String sorted(JsonNode facts) {
    return "{\"chipTest\":%s,\"contentMatchesOrder\":%s}"
        .formatted(facts.get("chipTest"), facts.get("contentMatchesOrder"));
  }

  private String received() {
    String claim = api("POST", "/api/v1/claims", claimOfADefect(), 201).get("claimId").asText();
    String rma = api("POST", "/api/v1/claims/" + claim + "/rmas", "{}", 201).get("rmaId").asText();
    CommandLineRun early = inspect("chip", rma);
    assertEquals(1, early.exitCode(), early.err());
    assertTrue(early.out().contains("return-not-inspectable"), early.out());
    api("POST", "/api/v1/rmas/" + rma + "/events", "{\"event\": \"received\"}", 200);
    return rma;
  }

  /** Of a card that just arrived, without the photo that the policy wants. */
  private String claimOfADefect() {
    return """
    {"cardId": "%s", "kind": "refund", "reason": "defective",
      "evidence": ["order-number", "reason", "description", "owner-verified", "written"],
      "facts": {"cause": "seller", "shippedAt": "%s", "deliveredAt": "%s"}}
    """
        .formatted(cardId, at("verified"), at("issued"));
  }

  /** When the card was first this, by its history. */
  private String at(String kind) {
    for (JsonNode entry : card().get("history")) {
      if (entry.get("kind").asText().equals(kind)) {
        return entry.get("at").asText();
      }
    }
    throw new AssertionError(kind + " is not in " + card());
  }

  private CommandLineRun rewrite(String chip) {
    return station(chip, "station", "rewrite", "--cards", "1", "--json");
  }

  private CommandLineRun inspect(String chip, String rma, String... more) {
    return station(
        chip,
        Stream.concat(Stream.of("station", "inspect", "--rma", rma, "--json"), Arrays.stream(more))
            .toArray(String[]::new));
  }

  /** With the virtual chip of that name on the reader. */
  private CommandLineRun station(String chip, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(
        List.of(
            "--server",
            server.url().toString(),
            "--token-file",
            token("station").toString(),
            "--patience",
            "60"));
    return onReader(chip, all.toArray(String[]::new));
  }

  private CommandLineRun onReader(String chip, String... arguments) {
    String setting = "NTAG216=" + chips.resolve(chip);
    return CommandLineRun.of(home, Map.of("TAPWRIGHT_EMULATED", setting), arguments);
  }

  private String nameOnTheChip() {
    CommandLineRun read = onReader("chip", "card", "read", "--json");
    assertEquals(0, read.exitCode(), read.err());
    return read.out().contains(NEW_NAME)
        ? NEW_NAME
        : read.out().contains("Sample Person") ? "Sample Person" : read.out();
  }

  private JsonNode card() {
    return api("GET", cardPath, "", 200);
  }

  private JsonNode api(String method, String path, String body, int status) {
    HttpResponse<String> response = server.api(shop, method, path, body);
    assertEquals(status, response.statusCode(), response.body());
    return ServerRun.json(response.body());
  }

  private Path token(String scope) {
    return home.resolve(scope + ".token");
  }

  /** Neither what the station says nor a file of server or station holds the contact. */
  private void assertNotInTheClear(CommandLineRun run) throws IOException {
    assertFalse((run.out() + run.err()).contains(NEW_NAME));
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains(NEW_NAME), file.toString());
      }
    }
  }
}
