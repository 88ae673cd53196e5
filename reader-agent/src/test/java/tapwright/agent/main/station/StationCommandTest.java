package tapwright.agent.main.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.wire.WireVersion;

/** The command as its own process, against a server that has one job and answers no event. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class StationCommandTest {

  private static final String JOB =
      """
      {"jobs":[{"jobId":"j1","cardId":"c1","slug":"SLUG","order":"S-1",
      "link":"https://cards.example.com/t/SLUG","qrLink":"HTTPS://CARDS.EXAMPLE.COM/Q/SLUG",
      "contact":null,"mirrorCounter":false,"leasedUntil":"2999-01-01T00:00:00Z"}]}
      """;

  @TempDir Path folder;

  private final CountDownLatch told = new CountDownLatch(1);
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(WireVersion.LEASES_PATH, exchange -> answer(exchange, JOB));
    server.createContext(
        WireVersion.EVENTS_PATH,
        exchange -> {
          answer(exchange, "{\"results\":[]}");
          told.countDown();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void station_toldToEnd_printsItsResultAndItsSheet() throws Exception {
    Path sheet = folder.resolve("sheet.pdf");
    Process station = station("--json", "--sheet", sheet.toString());
    told.await();
    station.toHandle().destroy(); // SIGTERM; destroy() of the process would close its output too
    JsonNode result = new ObjectMapper().readTree(station.inputReader().readLine());
    assertEquals(1, result.path("verified").asInt(), result::toString);
    assertEquals(1, result.path("untold").asInt(), result::toString);
    station.waitFor();
    assertTrue(Files.size(sheet) > 1000);
  }

  private Process station(String... options) throws IOException {
    Path token = Files.writeString(folder.resolve("token"), "a-token-of-some-length");
    ProcessBuilder process =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            StationOnEmulatedReader.class.getName(),
            folder.resolve("state").toString(),
            "--server",
            "http://127.0.0.1:" + server.getAddress().getPort(),
            "--token-file",
            token.toString());
    for (String option : options) {
      process.command().add(option);
    }
    return process.redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static void answer(HttpExchange exchange, String body) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
