package tapwright.server.main.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import tapwright.server.app.access.FirstSeller;
import tapwright.server.app.provider.ProviderWish;
import tapwright.server.app.provider.RunProviders;
import tapwright.server.main.installation.Installation;
import tapwright.server.provider.SampleIssuer;
import tapwright.server.security.ProviderVault;

/** The pages of a whole server on the way to a provider and back. */
class ProviderPagesTest {

  @TempDir private Path folder;
  private LocalServer server;
  private SampleIssuer issuer;

  @BeforeEach
  void start() {
    server = new LocalServer(folder);
    Installation installation = server.installation();
    issuer = new SampleIssuer(Installation.CLOCK);
    new RunProviders(
            installation.store(),
            new ProviderVault(installation.keys(), installation.random()),
            installation.clock())
        .set(FirstSeller.ID, wish())
        .join();
  }

  private ProviderWish wish() {
    return new ProviderWish(
        "Example & Sons ID",
        issuer.name(),
        SampleIssuer.CLIENT,
        Optional.of(SampleIssuer.SECRET),
        "openid email",
        new ProviderWish.Who(
            "groups", List.of("support desk=support"), List.of("example.com"), ""));
  }

  @AfterEach
  void stop() {
    server.close();
    issuer.close();
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private static String cookie(HttpResponse<String> answer, String name) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(set -> set.startsWith(name + "="))
        .findFirst()
        .orElse("");
  }

  private static String pair(String set) {
    return set.split(";", -1)[0];
  }

  /** As the browser comes back from the provider: begun there, so by another site. */
  private HttpResponse<String> comeBack(String query, String cookie) {
    return server.send(
        HttpRequest.newBuilder(server.uri("/sign-in/provider/return?" + query))
            .header("Sec-Fetch-Site", "cross-site")
            .header("Cookie", cookie));
  }

  private HttpResponse<String> signIn(String next) {
    HttpResponse<String> left = server.get("/sign-in/provider?next=" + next);
    URI back = issuer.follow(URI.create(location(left)));
    return comeBack(back.getRawQuery(), pair(cookie(left, "tapwright-provider")));
  }

  @Test
  void page_offersTheProviderOfTheHost() {
    HttpResponse<String> page = server.get("/sign-in?next=/account/codes?a=1");

    assertEquals(200, page.statusCode());
    assertTrue(
        page.body()
            .contains(
                "<a class=\"act\" href=\"/sign-in/provider?next=%2Faccount%2Fcodes%3Fa%3D1\">Sign"
                    + " in with Example &amp; Sons ID</a>"),
        page.body());
    assertTrue(page.body().contains("name=\"password\""));
  }

  @Test
  void wayThere_isBoundToTheBrowser() {
    HttpResponse<String> left = server.get("/sign-in/provider?next=/account");

    assertEquals(303, left.statusCode());
    assertTrue(location(left).startsWith(issuer.name() + "/authorize?response_type=code&"));
    String set = cookie(left, "tapwright-provider");
    assertTrue(set.contains("; Max-Age=600;"), set);
    assertTrue(set.endsWith("; Path=/; HTTPOnly; SameSite=Lax"), set);
  }

  @Test
  void wayBack_opensASessionAndLeadsOnFromAPageOfOurs() {
    HttpResponse<String> in = signIn("/account");

    assertEquals(200, in.statusCode(), in.body());
    assertEquals("0;url=/account", in.headers().firstValue("Refresh").orElseThrow());
    String session = cookie(in, "tapwright-session");
    assertTrue(session.endsWith("; Path=/; HTTPOnly; SameSite=Strict"), session);
    assertTrue(cookie(in, "tapwright-provider").contains("Max-Age=0"));
    HttpResponse<String> account = server.get("/account", "Cookie", pair(session));
    assertTrue(account.body().contains("sample@example.com"));
    assertTrue(account.body().contains("<dd>support</dd>"));
    assertFalse(account.body().contains("new-password"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "//evil.example",
        "/%5Cevil.example",
        "javascript:alert(1)",
        "/account%0d%0aSet-Cookie:a=b"
      })
  void next_thatLeadsElsewhere_leadsToTheAccount(String next) {
    HttpResponse<String> in = signIn(next);

    assertEquals("0;url=/account", in.headers().firstValue("Refresh").orElseThrow());
  }

  @Test
  void whoWasLuredBack_isNotSignedInAndLosesNothing() {
    HttpResponse<String> left = server.get("/sign-in/provider");
    HttpResponse<String> attackers = server.get("/sign-in/provider");
    URI back = issuer.follow(URI.create(location(attackers)));

    HttpResponse<String> lured =
        comeBack(back.getRawQuery(), pair(cookie(left, "tapwright-provider")));
    assertEquals(403, lured.statusCode());
    assertEquals(List.of(), lured.headers().allValues("Set-Cookie"));
    assertTrue(lured.body().contains("not begun in this browser"));
  }

  @Test
  void providersError_isSaidInOurWords() {
    HttpResponse<String> left = server.get("/sign-in/provider");
    String state =
        SampleIssuer.form(URI.create(location(left)).getRawQuery()).getOrDefault("state", "");
    String cookie = pair(cookie(left, "tapwright-provider"));

    HttpResponse<String> denied =
        comeBack(
            "error=access_denied&error_description=%3Cscript%3Ex%3C/script%3E&state=" + state,
            cookie);
    assertEquals(403, denied.statusCode());
    assertTrue(denied.body().contains("did not let you in"));
    assertFalse(denied.body().contains("script"));
    issuer.person = Map.of("sub", "subject-2", "email", "x@example.com", "email_verified", true);
    HttpResponse<String> noRole = signIn("/account");
    assertEquals(403, noRole.statusCode());
    assertTrue(noRole.body().contains("in no group that may do anything here"));
    assertEquals("", cookie(noRole, "tapwright-session"));
  }

  @Test
  void providerThatIsAway_isSaidSo() {
    issuer.answer = text -> "";

    HttpResponse<String> left = server.get("/sign-in/provider");
    assertEquals(502, left.statusCode());
    assertTrue(left.body().contains("does not answer"));
  }
}
