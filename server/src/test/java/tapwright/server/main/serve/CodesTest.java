package tapwright.server.main.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.app.account.RunAccounts;
import tapwright.server.main.installation.Installation;
import tapwright.server.main.people.PeopleMeans;
import tapwright.server.record.access.Role;
import tapwright.server.security.OneTimeCodes;

/** A person sets a phone up on the pages of a whole server, and loses it. */
class CodesTest {

  private static final String NAME = "sample@example.com";
  private static final String PASSWORD = "seven green bottles";

  @TempDir private Path folder;
  private final OneTimeCodes phone = new OneTimeCodes(new Random(1));
  private LocalServer server;
  private BrowserSession browser;

  @BeforeEach
  void start() {
    server = new LocalServer(folder);
    Installation installation = server.installation();
    new RunAccounts(
            installation.store(),
            PeopleMeans.of(installation, Runnable::run),
            installation.ids(),
            installation.clock())
        .create(new RunAccounts.Person(FirstSeller.ID, NAME, Role.ADMIN), PASSWORD)
        .join();
    browser = new BrowserSession(server);
    browser.signIn(NAME, PASSWORD);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String found(String pattern, HttpResponse<String> page) {
    Matcher found = Pattern.compile(pattern).matcher(page.body());
    assertTrue(found.find(), page.body());
    return found.group(1);
  }

  /** What the phone shows; the steps before it are used up by then. */
  private String shown(String secret) {
    return phone.codeAt(
        phone.secret(secret).orElseThrow(), server.installation().clock().instant());
  }

  private HttpResponse<String> setUp(String secret, String code, String password) {
    return browser.post(
        "/account/codes",
        Map.of("mark", browser.mark(), "secret", secret, "code", code, "password", password));
  }

  private HttpResponse<String> signIn(String code) {
    return new BrowserSession(server)
        .post("/sign-in", Map.of("name", NAME, "password", PASSWORD, "code", code));
  }

  @Test
  void phone_isSetUpAndAskedFor_andRecoveryCodesOpenOnceEach() {
    String secret =
        found("name=\"secret\" value=\"([A-Z2-7]{32})\"", browser.get("/account/codes"));
    HttpResponse<String> kept = setUp(secret, shown(secret), PASSWORD);
    String recovery = found("<li>([a-z2-7-]{19})</li>", kept);

    assertEquals(200, kept.statusCode());
    assertEquals(401, signIn("").statusCode());
    assertEquals(303, signIn(recovery).statusCode());
    assertEquals(401, signIn(recovery).statusCode());
  }

  @Test
  void setUp_withoutPasswordOrCode_changesNothing() {
    String secret =
        found("name=\"secret\" value=\"([A-Z2-7]{32})\"", browser.get("/account/codes"));

    assertEquals(401, setUp(secret, shown(secret), "a wrong password").statusCode());
    assertEquals(422, setUp(secret, "000000", PASSWORD).statusCode());
    assertEquals(422, setUp("no secret", shown(secret), PASSWORD).statusCode());
    assertEquals(303, signIn("").statusCode());
  }

  @Test
  void page_showsTheSecretAsASymbolAndAsLetters() {
    HttpResponse<String> page = browser.get("/account/codes");

    assertTrue(page.body().contains("<svg role=\"img\""));
    assertTrue(page.body().matches("(?s).*<p class=\"code\">([A-Z2-7]{4} ?){8}</p>.*"));
    assertFalse(page.body().contains("style="));
  }
}
