package tapwright.server.main.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Requests that no browser sends, over a real socket: each meets its refusal, and no log tells. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FrontAttackTest {

  private static final String TARGET = "https://example.com/target";
  private static final Pattern LOCATION =
      Pattern.compile("^location: (.*)$", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3}) ");

  /** What ends a line or moves a terminal's cursor. */
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}|[\\u0085\\u2028\\u2029]");

  @TempDir private static Path folder;
  private LocalServer server;
  private String slug = "";
  private final ListAppender<ILoggingEvent> said = new ListAppender<>();

  @BeforeAll
  void start() {
    server = new LocalServer(folder);
    JsonNode placed = server.order("attack-1", TARGET);
    server.make(placed, "04000000000020");
    server.send(
        "POST",
        "/api/v1/cards/" + placed.get("cardId").asText() + "/events",
        server.shop,
        "{\"event\": \"issued\"}");
    slug = placed.get("slug").asText();
    said.start();
    root().addAppender(said);
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  @AfterAll
  void stop() {
    root().detachAppender(said);
    server.close();
  }

  @AfterEach
  void noLogLine_holdsAControlCharacterOrATraceOfOurs() {
    for (ILoggingEvent event : List.copyOf(said.list)) {
      if (event.getLoggerName().startsWith("tapwright")) {
        assertFalse(CONTROL.matcher(event.getFormattedMessage()).find(), event.toString());
        assertFalse(event.getLevel().isGreaterOrEqual(Level.ERROR), event.toString());
      }
    }
  }

  /** Sends the text with the slug in its places; answers all that comes back. */
  private String raw(String text) throws IOException {
    try (RawConnection connection = new RawConnection(server.uri("/"))) {
      return connection.send(text.replace("SLUG", slug)).rest();
    }
  }

  private String get(String target, String... headers) throws IOException {
    String more = Stream.of(headers).map(header -> header + "\r\n").collect(Collectors.joining());
    return raw("GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + more + "\r\n");
  }

  private static List<String> statuses(String answers) {
    return STATUS.matcher(answers).results().map(found -> found.group(1)).toList();
  }

  @Test
  void aLineThatIsTooLong_isRefused() throws IOException {
    assertRefused("414", get("/t/" + "a".repeat(5_000)));
  }

  @Test
  void headersThatAreTooLong_areRefused() throws IOException {
    assertRefused("431", get("/health", "X-Long: " + "a".repeat(9_000)));
    assertRefused("431", get("/health", "X: y\r\n".repeat(3_000) + "X: y"));
  }

  /** An answer may be lost where the connection ends before all that was sent is read. */
  private static void assertRefused(String status, String answer) {
    assertTrue(answer.isEmpty() || statuses(answer).equals(List.of(status)), answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\r\n\r\n\r\nnonsense",
        "GET\r\n\r\n",
        "GET /health\r\n\r\n",
        "GET /health HTTP/9.9\r\nHost: x\r\n\r\n",
        "GET /health HTTP/1.1\r\nHost : x\r\n\r\n",
        "GET /health HTTP/1.1\r\nHost: x\r\nBad\u0000Name: x\r\n\r\n",
        "GET /health HTTP/1.1\r\nHost: x\r\nX: a\u0000b\r\n\r\n",
        "GE\u0001T /health HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /he\rX-Injected: y HTTP/1.1\r\nHost: x\r\n\r\n",
        "POST /api/v1/orders HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
        "POST /api/v1/orders HTTP/1.1\r\nHost: x\r\nContent-Length: 1e3\r\n\r\n",
        "POST /api/v1/orders HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n"
      })
  void aRequestThatIsNone_isRefusedAndItsConnectionEnded(String request) throws IOException {
    List<String> statuses = statuses(raw(request));

    assertTrue(statuses.size() <= 1, statuses.toString());
    assertTrue(statuses.isEmpty() || statuses.getFirst().startsWith("4"), statuses.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Host: x\r\nHost: y", "Host: x\r\nHost: x", "host: x\r\nX: y\r\nHOST: z"})
  void aRequestThatNamesTwoHosts_isRefusedAndTheLast(String hosts) throws IOException {
    String answers = raw("GET /health HTTP/1.1\r\n" + hosts + "\r\n\r\n" + SMUGGLED);

    assertEquals(List.of("400"), statuses(answers), answers);
  }

  private static final String SMUGGLED = "GET /health HTTP/1.1\r\nHost: x\r\nX-Smuggled: y\r\n\r\n";

  static Stream<String> framings() {
    return Stream.of(
        "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
        "Content-Length: 0\r\nContent-Length: 5\r\n\r\n",
        "Content-Length: 0, 5\r\n\r\n",
        "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: identity, chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding:\u000bchunked\r\n\r\n0\r\n\r\n",
        "X: y\n Transfer-Encoding: chunked\r\nContent-Length: 0\r\nContent-Length: 7\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n0x0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n-1\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n5;\n0\r\n\r\n");
  }

  /** RFC 9112 section 6.3: what two readers could part in two ways is one request and the last. */
  @ParameterizedTest
  @MethodSource("framings")
  void aBodyWithTwoEnds_smugglesNoRequest(String framing) throws IOException {
    String answers =
        raw("POST /api/v1/orders HTTP/1.1\r\nHost: x\r\n" + framing + SMUGGLED + SMUGGLED);

    assertFalse(statuses(answers).contains("200"), answers);
  }

  @Test
  void aChunkedBody_isTakenAndItsConnectionEnded() throws IOException {
    String answers =
        raw(
            "POST /api/v1/orders HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                + server.shop
                + "\r\nIdempotency-Key: chunked\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"
                + SMUGGLED);

    assertEquals(List.of("400"), statuses(answers), answers);
    assertTrue(answers.contains("/orders"), answers);
    assertTrue(head(answers).toLowerCase(Locale.ROOT).contains("connection: close"), answers);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/t/SLUG%0d%0aX-Injected:%20y",
        "/t/SLUG?x=%0d%0aX-Injected:%20y",
        "/s/SLUG%0d%0aX-Injected:%20y",
        "/s/SLUG/contact.vcf%0d%0aX-Injected:%20y",
        "/%0d%0aX-Injected:%20y",
        "/api/v1/cards/%0d%0aX-Injected:%20y",
        "/t/SLUG;x=%0aX-Injected:y",
        "/t/./SLUG",
        "/t/SLUG\u0085X-Injected: y"
      })
  void lineEndsInATarget_comeBackInNoHeader(String target) throws IOException {
    String answer = get(target, "X-Forwarded-For: 1.2.3.4\u0085X-Injected: y", "Cookie: tw=%0d%0a");

    assertFalse(head(answer).toLowerCase(Locale.ROOT).contains("\nx-injected"), answer);
    assertTrue(statuses(answer).stream().noneMatch(status -> status.startsWith("5")), answer);
  }

  private static String head(String answer) {
    return answer.split("\r\n\r\n", 2)[0];
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example/t/SLUG",
        "/t//evil.example",
        "/t/SLUG//evil.example",
        "/t/SLUG/..//evil.example",
        "/t/..//evil.example/%2e%2e",
        "/t/%2f%2fevil.example",
        "/t/%5c%5cevil.example",
        "/t/\\evil.example",
        "/\\evil.example/t/SLUG",
        "\\\\evil.example/t/SLUG",
        "http://evil.example/t/SLUG",
        "http://evil.example/s/slug",
        "//evil.example/s/SLUG",
        "/s/SLUG/",
        "/S/SLUG",
        "/s//evil.example/SLUG",
        "/s/SLUG/..//evil.example/contact.vcf",
        "/s/%2f%2fevil.example%2fSLUG",
        "/t/SLUG?target=//evil.example",
        "/t/SLUG?next=https://evil.example",
        "/Q/SLUG@evil.example",
        "/t/SLUG%40evil.example",
        "/.evil.example"
      })
  void aTarget_leadsToItsCardsTargetOrNowhere(String target) throws IOException {
    String answer = get(target, "X-Forwarded-Host: evil.example", "X-Original-URL: //evil.example");

    for (String line : locations(answer)) {
      assertTrue(line.equals(TARGET) || line.equals("/s/" + slug), target + " leads to " + line);
    }
    assertFalse(statuses(answer).getFirst().startsWith("5"), answer);
    assertFalse(head(answer).contains("evil.example"), answer);
  }

  private static List<String> locations(String answer) {
    Matcher location = LOCATION.matcher(head(answer));
    return location.results().map(found -> found.group(1).strip()).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/t/../../../etc/passwd",
        "/t/..%2f..%2f..%2fetc%2fpasswd",
        "/openapi.json/../master.key",
        "/openapi.json%00.html",
        "/s/SLUG/../../master.key",
        "/s/../server.db",
        "/.git/config",
        "/META-INF/MANIFEST.MF",
        "/tapwright/server/http/openapi.json"
      })
  void aPathThatClimbs_findsNothing(String target) throws IOException {
    assertEquals(List.of("404"), statuses(get(target)), target);
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"})
  void aMethodInAHeader_isNotTaken(String header) throws IOException {
    String answer =
        raw(
            "POST /api/v1/cards?_method=GET HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                + header
                + ": GET\r\nAuthorization: Bearer "
                + server.shop
                + "\r\nContent-Length: 0\r\n\r\n");

    assertEquals(List.of("405"), statuses(answer), answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "br", "gzip, gzip", "identity, gzip"})
  void aPackedBody_isRefusedUnread(String coding) {
    HttpResponse<String> answer =
        server.send(
            HttpRequest.newBuilder(server.uri("/api/v1/orders"))
                .header("Authorization", "Bearer " + server.shop)
                .header("Idempotency-Key", "packed")
                .header("Content-Type", "application/json")
                .header("Content-Encoding", coding)
                .POST(HttpRequest.BodyPublishers.ofString("x")));

    assertEquals(415, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("content-encoding-refused"), answer.body());
  }

  @ParameterizedTest
  @ValueSource(ints = {33, 2_000, 100_000})
  void aBodyThatIsNestedTooDeep_isRefusedAtItsByte(int levels) {
    String body = "[".repeat(levels) + "]".repeat(levels);

    HttpResponse<String> answer = server.send("POST", "/api/v1/orders", server.shop, body);

    assertEquals(400, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("more than 32 levels deep at byte 33"), answer.body());
  }

  @Test
  void bracketsInAString_areNotDeep() {
    String body = "{\"orders\": \"" + "[{\\\"".repeat(100) + "\"}";

    HttpResponse<String> answer = server.send("POST", "/api/v1/orders", server.shop, body);

    assertEquals(400, answer.statusCode());
    assertFalse(answer.body().contains("levels deep"), answer.body());
  }

  @Test
  void eachKindOfAnswer_carriesItsHeadersAndARedirectNoneTooMany() throws IOException {
    assertEquals(
        Set.of("location", "cache-control", "content-length", "connection"),
        names(get("/t/SLUG", "User-Agent: Mozilla/5.0 (iPhone)")));
    for (String page : List.of("/t/0000000000", "/s/SLUG")) {
      Set<String> names = names(get(page));
      assertTrue(
          names.containsAll(
              Set.of(
                  "content-security-policy",
                  "x-content-type-options",
                  "referrer-policy",
                  "permissions-policy",
                  "cross-origin-opener-policy",
                  "cache-control")),
          names.toString());
    }
    for (String path : List.of("/health", "/openapi.json", "/api/v1/cards", "/nowhere")) {
      String head = get(path).toLowerCase(Locale.ROOT);
      assertTrue(head.contains("cache-control: no-store"), head);
      assertTrue(head.contains("x-content-type-options: nosniff"), head);
      assertTrue(head.contains("content-security-policy: default-src 'none'"), head);
    }
  }

  private static Set<String> names(String answer) {
    return head(answer)
        .lines()
        .skip(1)
        .map(line -> line.split(":", 2)[0].toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  @Test
  void aPagesPolicy_namesItsOwnStylesAndNothingElse() throws IOException {
    String policy =
        get("/t/0000000000")
            .lines()
            .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-security-policy"))
            .findFirst()
            .orElseThrow();

    assertFalse(policy.contains("unsafe"), policy);
    assertTrue(policy.contains("style-src 'sha256-"), policy);
    assertTrue(policy.contains("frame-ancestors 'none'"), policy);
  }
}
