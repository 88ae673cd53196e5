package tapwright.server.main.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.core.policy.library.Packs;
import tapwright.server.app.Answer;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.app.account.RunAccounts;
import tapwright.server.main.installation.Installation;
import tapwright.server.main.people.PeopleMeans;
import tapwright.server.record.access.Role;

/** People sign in to a whole server, and attackers try to have a part in it. */
class SessionTest {

  private static final String NAME = "sample@example.com";
  private static final String PASSWORD = "seven green bottles";
  private static final String COOKIE = "tapwright-session=";
  private static final String SETTINGS = "{\"activation\": \"holder\"}";

  @TempDir private Path folder;
  private LocalServer server;
  private BrowserSession browser;

  @BeforeEach
  void start() {
    server = new LocalServer(folder);
    person(NAME, Role.ADMIN);
    browser = new BrowserSession(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void person(String name, Role role) {
    person(server.installation(), name, role);
  }

  private static void person(Installation installation, String name, Role role) {
    RunAccounts accounts =
        new RunAccounts(
            installation.store(),
            PeopleMeans.of(installation, Runnable::run),
            installation.ids(),
            installation.clock());
    Answer<?> made =
        accounts.create(new RunAccounts.Person(FirstSeller.ID, name, role), PASSWORD).join();
    assertTrue(made instanceof Answer.Done<?>, String.valueOf(made));
  }

  /** As a program that people have signed in with. */
  private HttpResponse<String> json(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.uri(path))
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return server.send(request);
  }

  private static String code(HttpResponse<String> response) {
    return LocalServer.json(response).path("code").asText();
  }

  private static String credentials(String name, String password) {
    return "{\"name\": \"%s\", \"password\": \"%s\"}".formatted(name, password);
  }

  @Test
  void page_signsInAndOut() {
    HttpResponse<String> page = browser.get("/sign-in?next=/account");
    assertEquals(200, page.statusCode());
    assertTrue(page.body().contains("action=\"/sign-in\""));

    HttpResponse<String> in = browser.signIn(NAME, PASSWORD);
    assertEquals(303, in.statusCode());
    assertEquals("/account", in.headers().firstValue("Location").orElseThrow());
    assertEquals(200, browser.get("/account").statusCode());
    assertTrue(browser.get("/account").body().contains(NAME));
    assertEquals(303, browser.get("/sign-in").statusCode());

    String kept = browser.cookie();
    assertEquals(303, browser.post("/sign-out", Map.of("mark", browser.mark())).statusCode());
    assertEquals(COOKIE, browser.cookie());
    assertEquals(303, new BrowserSession(server).planted(kept).get("/account").statusCode());
  }

  @Test
  void cookie_isForThisHostAndNoScript() {
    String set = browser.signIn(NAME, PASSWORD).headers().firstValue("Set-Cookie").orElseThrow();

    assertTrue(set.startsWith(COOKIE), set);
    assertTrue(set.endsWith("; Path=/; HTTPOnly; SameSite=Strict"), set);
    assertFalse(set.contains("Domain"), set);
  }

  @Test
  void cookie_ofAServerWithTls_hasANameThatNoOtherHostCanSet() {
    Installation installation =
        LocalServer.installation(folder, folder.resolve("tls.db"), Installation.CLOCK);
    person(installation, NAME, Role.ADMIN);
    Optional<URI> publicUrl = Optional.of(URI.create("https://cards.example.com"));
    try (RunningServer tls =
        RunningServer.start(
            installation, Packs.shipped(), new RunningServer.Address("127.0.0.1", 0, publicUrl))) {
      HttpResponse<String> in =
          server.send(
              HttpRequest.newBuilder(tls.url().resolve("/api/v1/session"))
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(credentials(NAME, PASSWORD))));
      String set = in.headers().firstValue("Set-Cookie").orElseThrow();
      assertTrue(set.startsWith("__Host-tapwright-session="), set);
      assertTrue(set.endsWith("; Path=/; Secure; HTTPOnly; SameSite=Strict"), set);
    }
  }

  @Test
  void pages_letNothingRunNorFrameThem() {
    HttpResponse<String> page = browser.get("/sign-in");
    String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();

    assertTrue(policy.matches("default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]{44}';.*"));
    assertTrue(policy.endsWith("form-action 'self'; base-uri 'none'; frame-ancestors 'none'"));
    assertEquals("nosniff", page.headers().firstValue("X-Content-Type-Options").orElseThrow());
    assertEquals("no-store", page.headers().firstValue("Cache-Control").orElseThrow());
    assertFalse(page.body().contains("<script"));
    assertFalse(page.body().contains("style="));
  }

  @Test
  void json_signsInAndAsksAndSignsOut() {
    HttpResponse<String> in = json("POST", "/api/v1/session", credentials(NAME, PASSWORD));
    assertEquals(201, in.statusCode(), in.body());
    JsonNode session = LocalServer.json(in);
    String cookie = in.headers().firstValue("Set-Cookie").orElseThrow().split(";", -1)[0];
    String mark = session.path("csrfToken").asText();

    HttpResponse<String> view = json("GET", "/api/v1/session", "", "Cookie", cookie);
    assertEquals(session, LocalServer.json(view));
    assertEquals("admin", session.path("role").asText());
    assertEquals(
        200,
        json("DELETE", "/api/v1/session", "", "Cookie", cookie, "X-CSRF-Token", mark).statusCode());
    HttpResponse<String> after = json("GET", "/api/v1/session", "", "Cookie", cookie);
    assertEquals(401, after.statusCode());
    assertEquals("session-refused", code(after));
  }

  @Test
  void session_opensWhatItsRoleMay_andNothingElse() {
    person("auditor@example.com", Role.AUDITOR);
    browser.signIn("auditor@example.com", PASSWORD);
    String mark = browser.mark();

    assertEquals(200, json("GET", "/api/v1/settings", "", "Cookie", browser.cookie()).statusCode());
    HttpResponse<String> change =
        json("PUT", "/api/v1/settings", SETTINGS, "Cookie", browser.cookie(), "X-CSRF-Token", mark);
    assertEquals(403, change.statusCode());
    assertEquals("role-refused", code(change));
  }

  /** Session fixation: what an attacker planted never becomes the person's session. */
  @Test
  void signIn_neverTakesASessionThatWasThereBefore() {
    BrowserSession attacker = new BrowserSession(server);
    person("attacker@example.com", Role.AUDITOR);
    attacker.signIn("attacker@example.com", PASSWORD);
    String planted = attacker.cookie();

    browser.planted(planted).signIn(NAME, PASSWORD);
    assertNotEquals(planted, browser.cookie());
    assertFalse(attacker.get("/account").body().contains(NAME));

    browser.planted(COOKIE + "A".repeat(43)).signIn(NAME, PASSWORD);
    assertNotEquals(COOKIE + "A".repeat(43), browser.cookie());
  }

  @Test
  void change_withoutTheMarkOrWithAnothers_isRefused() {
    browser.signIn(NAME, PASSWORD);
    BrowserSession other = new BrowserSession(server);
    other.signIn(NAME, PASSWORD);
    String foreign = other.mark();

    HttpResponse<String> missing =
        json("PUT", "/api/v1/settings", SETTINGS, "Cookie", browser.cookie());
    assertEquals("form-mark-refused", code(missing));
    assertEquals(403, missing.statusCode());
    HttpResponse<String> anothers =
        json(
            "PUT",
            "/api/v1/settings",
            SETTINGS,
            "Cookie",
            browser.cookie(),
            "X-CSRF-Token",
            foreign);
    assertEquals("form-mark-refused", code(anothers));
    assertEquals(
        200,
        json(
                "PUT",
                "/api/v1/settings",
                SETTINGS,
                "Cookie",
                browser.cookie(),
                "X-CSRF-Token",
                browser.mark())
            .statusCode());
    assertEquals(403, browser.post("/sign-out", Map.of("mark", foreign)).statusCode());
    assertEquals(403, browser.post("/sign-out", Map.of()).statusCode());
    assertEquals(200, browser.get("/account").statusCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site",
        "Origin: https://evil.example",
        "Origin: null",
        "Origin: http://127.0.0.1:1"
      })
  void change_fromAnotherSite_isRefusedEvenWithTheMark(String header) {
    browser.signIn(NAME, PASSWORD);
    String mark = browser.mark();
    String[] parts = header.split(": ", 2);

    HttpResponse<String> lured =
        json(
            "PUT",
            "/api/v1/settings",
            SETTINGS,
            "Cookie",
            browser.cookie(),
            "X-CSRF-Token",
            mark,
            parts[0],
            parts[1]);
    assertEquals("origin-refused", code(lured));
    assertEquals(403, lured.statusCode());
  }

  /** Login CSRF: nobody is signed in as an attacker by the attacker's page. */
  @Test
  void signIn_fromAnotherSite_isRefused() {
    assertEquals(403, browser.lured().signIn(NAME, PASSWORD).statusCode());
    assertEquals("", browser.cookie());
    HttpResponse<String> json =
        json(
            "POST",
            "/api/v1/session",
            credentials(NAME, PASSWORD),
            "Origin",
            "https://evil.example");
    assertEquals("origin-refused", code(json));
  }

  @Test
  void token_needsNoMark() {
    HttpResponse<String> changed = server.send("PUT", "/api/v1/settings", server.shop, SETTINGS);

    assertEquals(200, changed.statusCode(), changed.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example", "//evil.example", "/\\evil.example", "\\\\evil.example",
        "javascript:alert(1)", "/account\r\nSet-Cookie: a=b", "http:evil.example",
            "/\t/evil.example",
        ""
      })
  void next_thatLeadsElsewhere_leadsToTheAccount(String next) {
    HttpResponse<String> in =
        browser.post("/sign-in", Map.of("name", NAME, "password", PASSWORD, "next", next));

    assertEquals(303, in.statusCode());
    assertEquals("/account", in.headers().firstValue("Location").orElseThrow());
  }

  @Test
  void next_onThisHost_isFollowed() {
    HttpResponse<String> in =
        browser.post(
            "/sign-in",
            Map.of("name", NAME, "password", PASSWORD, "next", "/account/codes?from=mail&x=1"));

    assertEquals("/account/codes?from=mail&x=1", in.headers().firstValue("Location").orElseThrow());
  }

  /** The answer to a name that nobody has is, byte for byte, that to a wrong password. */
  @Test
  void wrongPasswordAndUnknownName_areAnsweredWithTheSameBytes() {
    HttpResponse<String> wrong =
        json("POST", "/api/v1/session", credentials(NAME, "nine brown bottles"));
    HttpResponse<String> unknown =
        json("POST", "/api/v1/session", credentials("nobody@example.com", PASSWORD));

    assertEquals(401, wrong.statusCode());
    assertEquals(withoutNumber(wrong.body()), withoutNumber(unknown.body()));
    assertEquals(wrong.statusCode(), unknown.statusCode());
    HttpResponse<String> page = browser.signIn("nobody@example.com", PASSWORD);
    assertEquals(
        page.body().replace("nobody@example.com", NAME),
        browser.signIn(NAME, "nine brown bottles").body());
  }

  /** Each request has a number of its own. */
  private static String withoutNumber(String problem) {
    return problem.replaceAll("\"requestId\":\"\\w+\"", "");
  }

  @Test
  void name_thatIsHtmlOrAHeader_staysText() {
    HttpResponse<String> page =
        browser.signIn("\"><script>alert(1)</script>\r\nSet-Cookie: a=b", PASSWORD);

    assertEquals(401, page.statusCode());
    assertFalse(page.body().contains("<script>"));
    assertEquals(List.of(), page.headers().allValues("Set-Cookie"));
  }

  @Test
  void guesses_areBraked_andTapsAreNot() {
    for (int i = 0; i < 5; i++) {
      assertEquals(401, browser.signIn(NAME, "guess number " + i).statusCode());
    }
    HttpResponse<String> braked = browser.signIn(NAME, PASSWORD);
    assertEquals(429, braked.statusCode());
    assertTrue(braked.body().contains("Too many tries failed"));
    HttpResponse<String> json = json("POST", "/api/v1/session", credentials(NAME, PASSWORD));
    assertEquals("sign-in-braked", code(json));
    assertTrue(json.headers().firstValue("Retry-After").isPresent());
    for (int i = 0; i < 200; i++) {
      assertEquals(404, server.get("/t/0123456789").statusCode());
    }
  }

  @Test
  void password_isChangedByWhoKnowsIt() {
    browser.signIn(NAME, PASSWORD);
    String mark = browser.mark();
    Map<String, String> wrong =
        Map.of("mark", mark, "password", "a wrong password", "new-password", "eight brown beds");
    Map<String, String> right =
        Map.of("mark", mark, "password", PASSWORD, "new-password", "eight brown beds");
    Map<String, String> weak =
        Map.of("mark", mark, "password", PASSWORD, "new-password", "password1234");

    assertEquals(401, browser.post("/account/password", wrong).statusCode());
    assertEquals(422, browser.post("/account/password", weak).statusCode());
    assertEquals(303, browser.post("/account/password", right).statusCode());
    assertEquals(303, browser.get("/account").statusCode());
    assertEquals(401, browser.signIn(NAME, PASSWORD).statusCode());
    assertEquals(303, browser.signIn(NAME, "eight brown beds").statusCode());
  }

  @Test
  void largeForm_isRefusedBeforeItIsRead() {
    HttpResponse<String> large = browser.signIn(NAME, "a".repeat(20_000));

    assertEquals(413, large.statusCode());
  }
}
