package tapwright.server.main.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.policy.library.Packs;
import tapwright.server.front.FrontSettings;
import tapwright.server.front.TrustedProxies;
import tapwright.server.main.installation.Installation;
import tapwright.server.nodes.Wait;

/** How TLS handshakes fare, as Prometheus would read it. */
class TlsFiguresTest {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir private Path folder;
  private SampleCertificate certificate;
  private RunningServer server;

  @BeforeEach
  void start() throws IOException {
    certificate = SampleCertificate.make(folder, "EC", 90);
    Installation installation =
        LocalServer.installation(folder, folder.resolve("tls.db"), Installation.CLOCK);
    FrontSettings front =
        new FrontSettings(
            FrontSettings.PLAIN.limits(),
            Optional.of(certificate.writeTo(folder)),
            Optional.empty(),
            TrustedProxies.NONE);
    RunningServer.Conduct careful = RunningServer.Conduct.CAREFUL;
    Watching.Wish watched =
        new Watching.Wish(Optional.of(new Watching.Place("127.0.0.1", 0)), Duration.ZERO);
    server =
        RunningServer.start(
            installation,
            Packs.shipped(),
            LocalServer.LOOPBACK,
            new RunningServer.Conduct(careful.whenStoreAway(), careful.keeping(), watched, front));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void handshakes_areCountedByWhetherTheyWereMade() throws Exception {
    assertEquals("0.0 0.0", figures());
    for (int i = 0; i < 2; i++) {
      try (HttpClient client =
          HttpClient.newBuilder().sslContext(SampleCertificate.trusting(certificate)).build()) {
        assertEquals(200, get(client, server.url().resolve("/health")).statusCode());
      }
    }
    await("2.0 0.0");
    for (int i = 1; i <= 3; i++) {
      try (RawConnection connection = new RawConnection(server.url())) {
        connection.send("GET /health HTTP/1.1\r\nHost: x\r\n\r\n").rest();
      }
      await("2.0 " + i + ".0");
    }
  }

  private void await(String wanted) {
    Wait.until(wanted, PATIENCE, () -> figures().equals(wanted), this::figures);
  }

  /** Those that were made, and those that were not. */
  private String figures() {
    try (HttpClient client = HttpClient.newHttpClient()) {
      String page = get(client, server.figures().orElseThrow()).body();
      return figure(page, "ok") + " " + figure(page, "failed");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String figure(String page, String result) {
    String name = "tapwright_tls_handshakes_total{result=\"%s\"} ".formatted(result);
    return page.lines()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(name.length()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(page));
  }

  private static HttpResponse<String> get(HttpClient client, URI url)
      throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString());
  }
}
