package tapwright.server.front;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is taken for the client, over a real socket from 127.0.0.1. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrustedProxiesTest {

  private final Vertx vertx = Vertx.vertx();
  private HttpServer server;
  private volatile TrustedProxies proxies = TrustedProxies.NONE;

  @BeforeAll
  void start() {
    server =
        vertx
            .createHttpServer()
            .requestHandler(
                request ->
                    request
                        .response()
                        .end(
                            proxies.clientOf(request).map(InetAddress::getHostAddress).orElse("?")
                                + " "
                                + proxies.isSecure(request)))
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  @AfterAll
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "127.0.0.1            | 203.0.113.9                       | 203.0.113.9 true",
        "127.0.0.1            | 198.51.100.1, 203.0.113.9         | 203.0.113.9 true",
        "127.0.0.1,10.0.0.0/8 | 198.51.100.1, 203.0.113.9, 10.1.1.1 | 203.0.113.9 true",
        "127.0.0.1            | forged, nonsense                  | 127.0.0.1 true",
        "127.0.0.1            | 203.0.113.9, localhost            | 127.0.0.1 true",
        "127.0.0.1            | 10.0.0.1                          | 10.0.0.1 true",
        "10.0.0.0/8           | 203.0.113.9                       | 127.0.0.1 false"
      })
  void client_isTheLastWhoIsNoTrustedProxy(String trusted, String passed, String client)
      throws IOException, InterruptedException {
    proxies =
        new TrustedProxies(
            List.of(trusted.split(",")).stream()
                .map(one -> AddressRange.parse(one).orElseThrow())
                .toList());
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort()))
              .header("X-Forwarded-For", passed)
              .header("X-Forwarded-Proto", "https")
              .build();

      assertEquals(client, http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }
  }
}
