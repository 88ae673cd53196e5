package tapwright.server.main.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tapwright.server.front.AddressRange;
import tapwright.server.front.FrontSettings;
import tapwright.server.front.TrustedProxies;
import tapwright.server.store.RecordUrl;

/** A server behind a proxy that ends TLS for it. */
class ProxyTest {

  @TempDir private Path folder;

  private LocalServer behind(String proxies) {
    List<AddressRange> ranges = AddressRange.parse(proxies).stream().toList();
    return new LocalServer(
        folder,
        RecordUrl.ofFile(folder.resolve("proxy.db")),
        new RunningServer.Address(
            "127.0.0.1", 0, Optional.of(URI.create("https://cards.example.com"))),
        new FrontSettings(
            FrontSettings.PLAIN.limits(),
            Optional.empty(),
            Optional.empty(),
            new TrustedProxies(ranges)));
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.0/8, http, 308",
    "127.0.0.0/8, https, 200",
    "10.0.0.0/8, http, 200",
    "10.0.0.0/8, https, 200"
  })
  void whatCameInTheClear_isSentOnWhereTheProxyIsTrusted(String proxies, String proto, int status) {
    try (LocalServer server = behind(proxies)) {
      HttpResponse<String> answer = server.get("/health?x=1", "X-Forwarded-Proto", proto);

      assertEquals(status, answer.statusCode());
      assertEquals(
          status == 308 ? Optional.of("https://cards.example.com/health?x=1") : Optional.empty(),
          answer.headers().firstValue("Location"));
    }
  }

  @Test
  void aRequestWithoutProxy_isAnswered() {
    try (LocalServer server = behind("127.0.0.0/8")) {
      assertEquals(200, server.get("/health").statusCode());
    }
  }

  /** From one address 30 tries are free, whatever it says of others. */
  @ParameterizedTest
  @CsvSource({"127.0.0.0/8, 401", "10.0.0.0/8, 429"})
  void guesses_areCountedByWhomATrustedProxyNames(String proxies, int last) {
    try (LocalServer server = behind(proxies)) {
      for (int i = 0; i < 30; i++) {
        assertEquals(401, guessed(server, i));
      }

      assertEquals(last, guessed(server, 30));
    }
  }

  private static int guessed(LocalServer server, int visitor) {
    String body =
        "{\"name\":\"visitor-%d@example.com\",\"password\":\"never right\"}".formatted(visitor);
    return server
        .send(
            HttpRequest.newBuilder(server.uri("/api/v1/session"))
                .header("Content-Type", "application/json")
                .header("X-Forwarded-For", "192.0.2." + visitor)
                .POST(HttpRequest.BodyPublishers.ofString(body)))
        .statusCode();
  }

  @Test
  void theCookieOfATap_isForTlsAlone() {
    try (LocalServer server = behind("127.0.0.0/8")) {
      JsonNode placed = server.order("A-1", "https://example.com/sample");
      server.make(placed, "04000000000001");
      server.send(
          "POST",
          "/api/v1/cards/" + placed.get("cardId").asText() + "/events",
          server.shop,
          "{\"event\": \"issued\"}");
      String cookie =
          server
              .get("/Q/" + placed.get("slug").asText(), "User-Agent", "Mozilla/5.0 (iPhone)")
              .headers()
              .firstValue("Set-Cookie")
              .orElse("no cookie");

      assertTrue(cookie.endsWith("; HttpOnly; SameSite=Lax; Secure"), cookie);
    }
  }
}
