package tapwright.server.main.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.server.app.Answer;
import tapwright.server.http.Endpoint;
import tapwright.server.record.access.Role;
import tapwright.server.store.RecordUrl;

/** The server over HTTP, started whole; each test makes cards of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpTest {

  private final String PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X)";

  @TempDir private static Path folder;
  private LocalServer server;

  @BeforeAll
  void start() {
    server = new LocalServer(folder, record());
  }

  /** The record that the server works on. */
  RecordUrl record() {
    return RecordUrl.ofFile(folder.resolve("server.db"));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void health_saysUp() {
    assertEquals("{\"status\":\"up\"}", server.get("/health").body());
  }

  @Test
  void oneCard_fromOrderToDecision() {
    JsonNode placed = server.order("life-1", "https://example.com/life");
    String card = placed.get("cardId").asText();
    String link = "/t/" + placed.get("slug").asText();
    assertEquals(server.uri(link).toString(), placed.get("link").asText());

    assertEquals("TAKEN", server.make(placed, "04000000000001").get("status").asText());
    assertEquals(200, act(card, "{\"event\": \"shipped\", \"cause\": \"parcel 42\"}").statusCode());
    HttpResponse<String> tap = server.get(link + "?m=04000000000001x000003", "User-Agent", PHONE);
    server.get(link + "?m=04000000000001x000003", "User-Agent", PHONE);
    server.get(link + "?m=04000000000001x000004", "User-Agent", "WhatsApp/2.23.20.0 A");

    assertEquals(302, tap.statusCode());
    assertEquals("https://example.com/life", header(tap, "Location"));
    assertEquals("no-store", header(tap, "Cache-Control"));
    JsonNode shown = LocalServer.json(server.send("GET", "/api/v1/cards/" + card, server.shop, ""));
    assertEquals("active", shown.at("/card/state").asText());
    assertEquals("{\"preview\":1,\"replay\":1,\"tap\":1}", shown.get("usage").toString());
    assertEquals("{\"tap\":1,\"share\":0}", shown.get("used").toString());
    assertEquals("Sample Person", shown.at("/contact/name").asText());

    HttpResponse<String> claim =
        server.send(
            "POST",
            "/api/v1/claims",
            server.shop,
            "{\"cardId\": \"%s\", \"kind\": \"refund\", \"reason\": \"change-of-mind\"}"
                .formatted(card));
    assertEquals(201, claim.statusCode(), claim.body());
    JsonNode decided = LocalServer.json(claim);
    assertEquals("full-refund", decided.get("outcome").asText());
    assertEquals("B1", decided.at("/decision/by/0/clause").asText());
    assertEquals(
        decided,
        LocalServer.json(
            server.send(
                "GET", "/api/v1/claims/" + decided.get("claimId").asText(), server.shop, "")));
    assertEquals(
        1,
        LocalServer.json(server.send("GET", "/api/v1/claims?cardId=" + card, server.shop, ""))
            .get("claims")
            .size());
  }

  @Test
  void print_leadsThereAndTheBrowserIsKnownAgain() {
    JsonNode placed = server.order("scan-1", "https://example.com/scan");
    server.make(placed, "04000000000002");
    act(placed.get("cardId").asText(), "{\"event\": \"issued\"}");
    String link = "/Q/" + placed.get("slug").asText();

    HttpResponse<String> first = server.get(link, "User-Agent", PHONE);
    String cookie = header(first, "Set-Cookie").split(";", 2)[0];
    HttpResponse<String> second = server.get(link, "User-Agent", PHONE, "Cookie", cookie);

    assertEquals(302, second.statusCode());
    assertTrue(header(first, "Set-Cookie").contains("Max-Age=30"));
    assertTrue(header(first, "Set-Cookie").contains("Path=" + link));
    assertTrue(second.headers().firstValue("Set-Cookie").isEmpty());
    assertEquals("{\"repeat\":1,\"scan\":1}", usage(placed));
  }

  @Test
  void slug_isReadInAnyCaseAndHeadCountsNothing() {
    JsonNode placed = server.order("case-1", "https://example.com/case");
    server.make(placed, "04000000000003");
    act(placed.get("cardId").asText(), "{\"event\": \"issued\"}");
    String slug = placed.get("slug").asText();

    HttpResponse<String> head =
        server.send(
            HttpRequest.newBuilder(server.uri("/t/" + slug + "?m=04000000000003x000009")).HEAD());
    assertEquals(302, head.statusCode());
    assertEquals(302, server.get("/T/" + slug.toLowerCase(Locale.ROOT)).statusCode());
    assertEquals(302, server.get("/q/" + slug).statusCode());
    assertEquals("{\"preview\":1,\"replay\":1,\"scan\":1}", usage(placed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/t/0000000000", "/t/short", "/Q/UUUUUUUUUU", "/t/%2e%2e%2f", "/t/0000000000'--"})
  void noCard_isAPageThatStoresNothing(String path) {
    HttpResponse<String> response = server.get(path);

    assertEquals(404, response.statusCode());
    assertTrue(response.body().contains("no such card"));
    assertEquals("no-store", header(response, "Cache-Control"));
  }

  @Test
  void aStoppedCard_showsItsOwnPageWithoutScripts() {
    JsonNode placed = server.order("stop-1", "https://example.com/stop");
    String card = placed.get("cardId").asText();
    String link = "/t/" + placed.get("slug").asText();
    HttpResponse<String> unissued = server.get(link);
    act(card, "{\"event\": \"held\", \"hold\": \"lost\"}");
    HttpResponse<String> held = server.get(link);
    act(card, "{\"event\": \"revoked\", \"cause\": \"stolen\"}");
    HttpResponse<String> revoked = server.get(link);

    assertTrue(unissued.body().contains("not in use yet"));
    assertTrue(held.body().contains("paused"));
    assertTrue(revoked.body().contains("no longer in use"));
    for (HttpResponse<String> page : List.of(unissued, held, revoked)) {
      assertEquals(200, page.statusCode());
      assertTrue(header(page, "Content-Security-Policy").startsWith("default-src 'none'"));
      assertFalse(page.body().contains("<script"));
      assertFalse(page.body().contains("Sample Person"));
      assertFalse(page.body().contains("example.com"));
    }
  }

  @Test
  void target_isChangedByTheShopAndAtOnce() {
    JsonNode placed = server.order("target-1", "https://example.com/old");
    String card = placed.get("cardId").asText();
    server.make(placed, "04000000000004");
    act(card, "{\"event\": \"issued\"}");
    String link = "/Q/" + placed.get("slug").asText();
    assertEquals("https://example.com/old", header(server.get(link), "Location"));

    HttpResponse<String> changed =
        server.send(
            "PUT",
            "/api/v1/cards/" + card + "/target",
            server.shop,
            "{\"target\": \"https://example.com/new?a=b#c\"}");

    assertEquals(200, changed.statusCode(), changed.body());
    assertEquals("https://example.com/new?a=b#c", header(server.get(link), "Location"));
    problem(
        422,
        "target-invalid",
        server.send(
            "PUT",
            "/api/v1/cards/" + card + "/target",
            server.shop,
            "{\"target\": \"https://example.com/\\r\\nSet-Cookie: a=b\"}"));
  }

  @Test
  void csv_isOrderedWholeOrNotAtAll() {
    HttpResponse<String> good =
        csv(
            """
            name,title,company,phone,email,url,order,account,pack
            Müller,,,,,https://example.com/m,csv-1,customer 7,
            Ngô,,,,,,csv-2,,b-rigardz
            """);
    assertEquals(201, good.statusCode(), good.body());
    assertEquals(2, LocalServer.json(good).get("cards").size());
    assertEquals(
        "customer 7",
        LocalServer.json(server.send("GET", "/api/v1/cards?order=csv-1", server.shop, ""))
            .at("/cards/0/account")
            .asText());

    JsonNode bad =
        problem(
            422,
            "rows-invalid",
            csv(
                """
                name,title,company,phone,email,url,order,pack
                A,,,,,,csv-3,
                B,,,,no,,csv-4,none
                """));
    assertEquals(2, bad.at("/errors/0/line").asInt());
    assertEquals("email", bad.at("/errors/0/field").asText());
    assertEquals("no", bad.at("/errors/0/value").asText());
    assertEquals("pack", bad.at("/errors/1/field").asText());
    problem(422, "csv-columns", csv("a,b\n1,2\n"));
    assertEquals(
        0,
        LocalServer.json(server.send("GET", "/api/v1/cards?order=csv-3", server.shop, ""))
            .get("cards")
            .size());
  }

  private HttpResponse<String> csv(String table) {
    return csv(LocalServer.hash(table).toHex(), table.getBytes(StandardCharsets.UTF_8));
  }

  private HttpResponse<String> csv(String key, byte[] table) {
    return server.send(
        HttpRequest.newBuilder(server.uri("/api/v1/orders.csv"))
            .header("Authorization", "Bearer " + server.shop)
            .header("Content-Type", "text/csv; charset=utf-8")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofByteArray(table)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a+b/c==", "123.0", "a%zz", "a%2Bb"})
  void idempotencyKey_isTakenAsItIsSent(String key) {
    String body = "{\"orders\": [{\"order\": \"%s\", \"contact\": {\"name\": \"Sample\"}}]}";
    String order = "order-" + Integer.toHexString(key.hashCode());
    HttpResponse<String> first = keyed(key, body.formatted(order));

    assertEquals(201, first.statusCode(), first.body());
    assertEquals(first.body(), keyed(key, body.formatted(order)).body());
    problem(422, "idempotency-key-reused", keyed(key, body.formatted("another")));
  }

  @Test
  void csv_withoutRows_isRefusedAndLeavesItsKeyUnused() {
    byte[] row = "name,order\nSample,csv-5\n".getBytes(StandardCharsets.UTF_8);

    problem(422, "row-count", csv("csv-k5", "name,order\n".getBytes(StandardCharsets.UTF_8)));
    assertEquals(201, csv("csv-k5", row).statusCode());
  }

  @Test
  void aBodyThatIsNoUtf8_isRefusedWithTheByte() {
    byte[] latin = "name,order\nM\u00fcller,csv-6\n".getBytes(StandardCharsets.ISO_8859_1);

    JsonNode problem = problem(400, "request-invalid", csv("csv-k6", latin));

    assertEquals("body", problem.at("/errors/0/field").asText());
    assertEquals("FC at byte 13", problem.at("/errors/0/value").asText());
  }

  @Test
  void halfOfACharacterInJson_isRefusedAndCanBeAnswered() {
    JsonNode problem =
        problem(
            422,
            "rows-invalid",
            keyed(
                "half-1",
                "{\"orders\": [{\"order\": \"h-1\", \"contact\": {\"name\": \"\\ud800\"}}]}"));

    assertEquals("·", problem.at("/errors/0/value").asText());
  }

  @Test
  void contentType_isReadInAnyCaseAndMissingWhereItIsMissing() {
    assertEquals(200, lease("Content-Type", "Application/JSON; Charset=UTF-8").statusCode());
    assertEquals(
        "Content-Type is missing, allowed is application/json",
        problem(415, "media-type-unknown", lease("Accept", "*/*")).get("detail").asText());
  }

  private HttpResponse<String> lease(String header, String value) {
    return server.send(
        HttpRequest.newBuilder(server.uri("/station/v1/leases"))
            .header("Authorization", "Bearer " + server.station)
            .header(header, value)
            .POST(HttpRequest.BodyPublishers.ofString("{\"max\": 1}")));
  }

  @Test
  void authorizationOfAnotherScheme_isSaidToBeThat() {
    JsonNode basic =
        problem(
            401, "scheme-refused", server.get("/api/v1/jobs", "Authorization", "Basic eHl6Og=="));
    HttpResponse<String> bare = server.get("/api/v1/jobs", "Authorization", server.shop);

    assertEquals(
        "Authorization has the scheme Basic, allowed is Bearer and a token of role admin, support,"
            + " supervisor, fulfilment, shop, auditor",
        basic.get("detail").asText());
    problem(401, "scheme-refused", bare);
    assertFalse(bare.body().contains(server.shop));
  }

  @Test
  void sameKey_givesTheSameAnswerOrARefusal() {
    String body = "{\"orders\": [{\"order\": \"key-1\", \"contact\": {\"name\": \"Sample\"}}]}";
    HttpResponse<String> first = keyed("k-1", body);
    assertEquals(201, first.statusCode(), first.body());
    assertEquals(first.body(), keyed("k-1", body).body());
    problem(422, "idempotency-key-reused", keyed("k-1", body.replace("key-1", "key-2")));
    problem(422, "rows-invalid", keyed("k-2", body));
  }

  private HttpResponse<String> keyed(String key, String body) {
    return server.send(
        HttpRequest.newBuilder(server.uri("/api/v1/orders"))
            .header("Authorization", "Bearer " + server.shop)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  @Test
  void cards_areFoundByWordSlugAndOrderAndPaged() {
    JsonNode placed = server.order("find-1", "https://example.com");
    String slug = placed.get("slug").asText();

    assertEquals(1, found("order=find-1").get("cards").size());
    assertEquals(
        "find-1", found("slug=" + slug.toLowerCase(Locale.ROOT)).at("/cards/0/order").asText());
    assertTrue(found("word=sample&limit=500").get("cards").size() > 0);
    assertEquals(0, found("word=nobody").get("cards").size());
    JsonNode page = found("limit=1");
    assertEquals(1, page.get("cards").size());
    assertEquals(
        0,
        found(
                "limit=500&after="
                    + found("limit=500")
                        .at("/cards")
                        .get(found("limit=500").get("cards").size() - 1)
                        .at("/card/cardId")
                        .asText())
            .get("cards")
            .size());
  }

  private JsonNode found(String query) {
    HttpResponse<String> response = server.send("GET", "/api/v1/cards?" + query, server.shop, "");
    assertEquals(200, response.statusCode(), response.body());
    return LocalServer.json(response);
  }

  @Test
  void settings_areReadAndSet() {
    assertEquals(
        "{\"activation\":\"first-tap\",\"derivesChipKeys\":false,\"sharePage\":true,\"language\":\"en\"}",
        server.send("GET", "/api/v1/settings", server.shop, "").body());
    assertEquals(
        "{\"activation\":\"holder\",\"derivesChipKeys\":false,\"sharePage\":true,\"language\":\"en\"}",
        server.send("PUT", "/api/v1/settings", server.shop, "{\"activation\": \"holder\"}").body());
    server.send("PUT", "/api/v1/settings", server.shop, "{\"activation\": \"first-tap\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"00112233445566778899AABBCCDDEEF\"',  422, has 31 digits",
    "'\"00112233445566778899AABBCCDDEEFX\"', 422, has no hexadecimal digit at character 32",
    "'\" 0112233445566778899AABBCCDDEEFF\"', 422, has no hexadecimal digit at character 1",
    "11223344556677889900112233445566,     400, a value that is not shown",
    "'[\"00112233445566778899AABBCCDDEEFF\"]', 400, a value that is not shown"
  })
  void chipMasterKey_ofAnotherForm_isRefusedWithoutShowingIt(String key, int status, String seen) {
    String body = "{\"activation\": \"first-tap\", \"chipMasterKey\": " + key + "}";
    HttpResponse<String> answer = server.send("PUT", "/api/v1/settings", server.shop, body);

    problem(status, status == 422 ? "chip-master-key-invalid" : "request-invalid", answer);
    assertTrue(answer.body().contains(seen), answer.body());
    assertFalse(answer.body().contains("22334455667788"), answer.body());
  }

  @Test
  void chipMasterKey_isTakenTakenAwayAndNeverShown() {
    String settings = "{\"activation\": \"first-tap\", \"chipMasterKey\": \"%s\"}";
    String key = "00112233445566778899aabbccddeeff";

    assertEquals(
        "{\"activation\":\"first-tap\",\"derivesChipKeys\":true,\"sharePage\":true,\"language\":\"en\"}",
        server.send("PUT", "/api/v1/settings", server.shop, settings.formatted(key)).body());
    assertEquals(
        "{\"activation\":\"first-tap\",\"derivesChipKeys\":true,\"sharePage\":true,\"language\":\"en\"}",
        server.send("GET", "/api/v1/settings", server.shop, "").body());
    assertEquals(
        "{\"activation\":\"first-tap\",\"derivesChipKeys\":false,\"sharePage\":true,\"language\":\"en\"}",
        server.send("PUT", "/api/v1/settings", server.shop, settings.formatted("")).body());
  }

  /** Also where the field's name is misspelt, and where another field is at fault. */
  @Test
  void chipMasterKey_standsInNoProblem() {
    String key = "00112233445566778899AABBCCDDEEFF";
    for (String body :
        List.of(
            "{\"activation\": \"holder\", \"chipMasterkey\": \"" + key + "\"}",
            "{\"activation\": \"never\", \"chipMasterKey\": \"" + key + "\"}",
            "{\"chipMasterKey\": \"" + key + "\"}",
            "{\"activation\": \"holder\", \"chipMasterKey\": \"" + key)) {
      HttpResponse<String> answer = server.send("PUT", "/api/v1/settings", server.shop, body);

      problem(400, "request-invalid", answer);
      assertFalse(answer.body().contains(key), answer.body());
    }
  }

  @Test
  void document_saysOfEveryRouteWhatTheTableSays() {
    JsonNode paths = LocalServer.json(server.get("/openapi.json")).get("paths");
    int described = 0;
    for (JsonNode path : paths) {
      described += path.size();
    }
    assertEquals(Endpoint.values().length, described);
    for (Endpoint endpoint : Endpoint.values()) {
      JsonNode operation =
          paths.path(endpoint.path()).path(endpoint.method().name().toLowerCase(Locale.ROOT));
      assertEquals(endpoint.operationId(), operation.path("operationId").asText());
      assertEquals(endpoint.isPublic(), operation.path("security").isEmpty(), endpoint.path());
      List<String> roles = new ArrayList<>();
      operation.path("x-roles").forEach(role -> roles.add(role.asText()));
      assertEquals(endpoint.roles().stream().map(HttpTest::word).toList(), roles);
    }
  }

  private static String word(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  /** Every route that asks who it is against no token, a wrong one, a revoked one. */
  @Test
  void everyRoute_isClosedToWhomNobodyKnows() {
    String revoked = server.token(Role.SHOP, "revoked");
    assertTrue(server.revoke("revoked") instanceof Answer.Done<?>);
    for (Endpoint endpoint : Endpoint.values()) {
      if (!endpoint.isPublic()) {
        String method = endpoint.method().name();
        String at = endpoint.path().replaceAll("\\{\\w+}", "0000000000001");
        problem(401, "token-missing", server.send(method, at, "", ""));
        problem(401, "token-refused", server.send(method, at, "tw_shop_nonsense", ""));
        problem(401, "token-revoked", server.send(method, at, revoked, ""));
      }
    }
  }

  /** Every role at every route: none gets past its door who is not in the table. */
  @Test
  void everyRoute_isOpenToItsRolesAlone() {
    for (Role role : Role.values()) {
      String token = server.token(role, "as " + word(role));
      for (Endpoint endpoint : Endpoint.values()) {
        if (!endpoint.isPublic()) {
          String at = endpoint.path().replaceAll("\\{\\w+}", "0000000000001");
          HttpResponse<String> answer = server.send(endpoint.method().name(), at, token, "");
          assertEquals(
              endpoint.roles().contains(role), answer.statusCode() != 403, role + " at " + at);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST | /station/v1/leases | {\"max\": 0}              | /max",
        "POST | /station/v1/leases | {\"max\": \"five\"}       | /max",
        "POST | /station/v1/leases | {\"maximum\": 5}          | /max",
        "POST | /station/v1/leases | {\"max\": 5, \"more\": 1} | /more",
        "POST | /station/v1/events | {\"events\": []}          | /events"
      })
  void aBodyThatTheDocumentForbids_isNamedFieldByField(
      String method, String path, String body, String field) {
    JsonNode problem =
        problem(400, "request-invalid", server.send(method, path, server.station, body));

    List<String> fields = new ArrayList<>();
    problem.get("errors").forEach(error -> fields.add(error.get("field").asText()));
    assertTrue(fields.contains(field), problem.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST | /api/v1/orders | {\"orders\":[{}]} | 2 | /orders/0/order | nothing"
            + " | a value, it must be there",
        "POST | /api/v1/orders | {\"orders\":[5]} | 1 | /orders/0 | 5 | an object",
        "POST | /api/v1/orders | {\"orders\":  | 1 | body | something else at line 1, column 11"
            + " | JSON (RFC 8259) with each key once, without comments and without a byte order"
            + " mark",
        "POST | /api/v1/orders | [] | 1 | body | [] | an object",
        "PUT | /api/v1/settings | {\"activation\":\"never\"} | 1 | /activation | \"never\""
            + " | one of station, first-tap, holder",
        "GET | /api/v1/cards/nope | '' | 1 | cardId | nope"
            + " | an id of 13 digits and letters without I, L, O and U",
        "GET | /api/v1/cards?limit=9999 | '' | 1 | limit | 9999 | up to 500",
        "GET | /api/v1/cards?limit=x | '' | 1 | limit | x | a whole number"
      })
  void aRequestProblem_isSaidInPlainWords(
      String method, String path, String body, int count, String field, String seen, String may) {
    JsonNode problem =
        problem(400, "request-invalid", server.send(method, path, server.shop, body));

    assertEquals(count, problem.get("errors").size(), problem.toString());
    assertEquals(field, problem.at("/errors/0/field").asText());
    assertEquals(seen, problem.at("/errors/0/value").asText());
    assertEquals(may, problem.at("/errors/0/allowed").asText());
    assertEquals(
        (count == 1 ? "1 field is" : count + " fields are")
            + " not what /openapi.json says: %s is %s, allowed is %s".formatted(field, seen, may),
        problem.get("detail").asText());
  }

  @Test
  void whatIsNoJsonOrTooLargeOrOfAnotherType_isRefused() {
    problem(
        400,
        "request-invalid",
        server.send("POST", "/station/v1/leases", server.station, "{\"max\": "));
    problem(
        400, "request-invalid", server.send("GET", "/api/v1/cards?limit=9999", server.shop, ""));
    problem(
        413,
        "body-too-large",
        server.send("POST", "/station/v1/leases", server.station, " ".repeat(5_000_000)));
    problem(
        413,
        "body-too-large",
        server.send("POST", "/api/v1/session", "", " ".repeat(16 * 1024 + 1)));
    problem(
        415,
        "media-type-unknown",
        server.send(
            HttpRequest.newBuilder(server.uri("/station/v1/leases"))
                .header("Authorization", "Bearer " + server.station)
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("{\"max\": 1}"))));
    problem(404, "route-unknown", server.get("/api/v1/nothing"));
    problem(405, "method-not-allowed", server.send("DELETE", "/api/v1/orders", server.shop, ""));
    problem(
        404, "card-unknown", server.send("GET", "/api/v1/cards/0000000000001", server.shop, ""));
    problem(404, "job-unknown", server.send("POST", "/api/v1/jobs/none/requeue", server.shop, ""));
    problem(404, "claim-unknown", server.send("GET", "/api/v1/claims/none", server.shop, ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0", "1e0", "1"})
  void limit_isAnIntegerHoweverItIsWritten(String limit) {
    assertEquals(
        200, server.send("GET", "/api/v1/jobs?limit=" + limit, server.shop, "").statusCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"max\": 1, \"max\": 2}",
        "{\"max\": 1 /* one */}",
        "\uFEFF{\"max\": 1}",
        "{\"max\": 0} //"
      })
  void whatOnlySomeReadAsJson_isRefused(String body) {
    problem(
        400, "request-invalid", server.send("POST", "/station/v1/leases", server.station, body));
  }

  @ParameterizedTest
  @CsvSource({
    "GET /%zz, 400",
    "GET /health%, 400",
    "GET /api/v1/cards?word=%zz, 400",
    "GET /api/v1/cards/0000000000001?x=%, 400",
    "GET foo, 404",
    "OPTIONS *, 404",
    "CONNECT example.com:443, 404"
  })
  void aTargetThatIsNoPath_isAProblemAndNoDefect(String start, int status) throws IOException {
    String response = raw(start);

    assertTrue(response.startsWith("HTTP/1.1 " + status + " "), response);
    assertTrue(response.toLowerCase(Locale.ROOT).contains("application/problem+json"), response);
    assertFalse(response.contains("Exception"), response);
  }

  /** What no client would send. */
  private String raw(String start) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.uri("/").getPort())) {
      socket.setSoTimeout(10_000);
      String request =
          "%s HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
              .formatted(start, server.shop);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void aPersonWhoTaps_isLedOnWhateverTheQueryHolds() throws IOException {
    JsonNode placed = server.order("query-1", "https://example.com/query");
    server.make(placed, "04000000000005");
    act(placed.get("cardId").asText(), "{\"event\": \"issued\"}");
    String link = "GET /t/" + placed.get("slug").asText();

    assertTrue(raw(link + "?m=%zz").startsWith("HTTP/1.1 302 "));
    assertTrue(raw(link + "?x=%").startsWith("HTTP/1.1 302 "));
    assertEquals("{\"forged\":1,\"replay\":1}", usage(placed));
  }

  @Test
  void aBrowserThatFetchesAhead_saysSoInAnyCaseAndAnyOfItsHeaders() {
    JsonNode placed = server.order("ahead-1", "https://example.com/ahead");
    server.make(placed, "04000000000006");
    act(placed.get("cardId").asText(), "{\"event\": \"issued\"}");
    String link = "/Q/" + placed.get("slug").asText();

    server.get(link, "User-Agent", PHONE, "Sec-Purpose", "Prefetch");
    server.get(link, "User-Agent", PHONE, "Sec-Purpose", "other", "Sec-Purpose", "prefetch");

    assertEquals("{\"preview\":2}", usage(placed));
  }

  @Test
  void aStepThatTheCardCannotTake_isAConflict() {
    JsonNode placed = server.order("step-1", "https://example.com");

    JsonNode problem =
        problem(
            409,
            "card-step-not-allowed",
            act(placed.get("cardId").asText(), "{\"event\": \"activated\"}"));
    assertEquals(
        "event activated on a card that is blank, allowed from issued",
        problem.get("detail").asText());
    problem(400, "request-invalid", act(placed.get("cardId").asText(), "{\"event\": \"held\"}"));
  }

  private HttpResponse<String> act(String card, String event) {
    return server.send("POST", "/api/v1/cards/" + card + "/events", server.shop, event);
  }

  private String usage(JsonNode placed) {
    return LocalServer.json(
            server.send("GET", "/api/v1/cards/" + placed.get("cardId").asText(), server.shop, ""))
        .get("usage")
        .toString();
  }

  private static String header(HttpResponse<?> response, String name) {
    return response
        .headers()
        .firstValue(name)
        .orElseThrow(() -> new AssertionError(name + " is missing in " + response.headers().map()));
  }

  /** Whatever goes wrong looks the same, and never shows a trace. */
  private JsonNode problem(int status, String code, HttpResponse<String> response) {
    assertEquals(status, response.statusCode(), response.body());
    assertEquals("application/problem+json", header(response, "Content-Type"));
    JsonNode problem = LocalServer.json(response);
    assertEquals(code, problem.get("code").asText());
    assertEquals(status, problem.get("status").asInt());
    for (String key : List.of("type", "title", "detail")) {
      assertFalse(problem.get(key).asText().isEmpty(), problem.toString());
    }
    assertFalse(response.body().contains("Exception"), response.body());
    return problem;
  }

  @Test
  void problemDetails_carryNoPlaceholders() {
    Map<String, HttpResponse<String>> some =
        Map.of(
            "401", server.send("GET", "/api/v1/jobs", "", ""),
            "404", server.get("/nothing"));
    some.values().forEach(response -> assertFalse(response.body().contains("{scope}")));
  }
}
