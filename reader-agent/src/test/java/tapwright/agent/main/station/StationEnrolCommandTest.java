package tapwright.agent.main.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.agent.main.AgentMain;
import tapwright.agent.main.console.Console;

/** How a station comes by its token. */
class StationEnrolCommandTest {

  private static final String TOKEN = "tw_station_planted-secret-of-a-station";

  @TempDir private Path folder;
  private HttpServer server;
  private volatile int status = 201;
  private volatile String answer =
      "{\"name\": \"desk 1\", \"token\": \""
          + TOKEN
          + "\", \"expiresAt\": \"2026-05-31T08:00:00Z\"}";
  private volatile String asked = "";
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/station/v1/enrolments", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private int enrol(Path file) {
    PrintStream print = new PrintStream(said, true, StandardCharsets.UTF_8);
    return AgentMain.run(
        new Console(print, print),
        "station",
        "enrol",
        "--server",
        "http://127.0.0.1:" + server.getAddress().getPort(),
        "7K2M-9QXD",
        "--token-file",
        file.toString());
  }

  private String words() {
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aCode_becomesAFileThatItsOwnerAloneMayRead() throws IOException {
    Path file = folder.resolve("token");

    assertEquals(Console.DONE, enrol(file), words());
    assertEquals("{\"code\":\"7K2M-9QXD\"}", asked);
    assertEquals(TOKEN, Files.readString(file).strip());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertTrue(words().startsWith("station desk 1 may work until 2026-05-31T08:00:00Z"), words());
    assertFalse(words().contains(TOKEN), words());
  }

  @Test
  void aFileThatIsThere_isNotTouchedAndNoCodeIsUsed() throws IOException {
    Path file = Files.writeString(folder.resolve("token"), "another");

    assertEquals(Console.NO, enrol(file));
    assertEquals("another", Files.readString(file));
    assertEquals("", asked);
  }

  @Test
  void aCodeThatIsRefused_leavesNoFileAndSaysWhy() {
    status = 403;
    answer = "{\"code\": \"enrolment-code-refused\", \"detail\": \"the code opens nothing\"}";

    assertEquals(Console.NO, enrol(folder.resolve("token")));
    assertEquals("tapwright: the server says: the code opens nothing", words().strip());
    assertFalse(Files.exists(folder.resolve("token")));
  }

  @Test
  void aServerThatFails_leavesNoFile() {
    status = 503;

    assertEquals(Console.WORLD_FAILED, enrol(folder.resolve("token")));
    assertFalse(Files.exists(folder.resolve("token")));
  }

  @Test
  void aFileThatCannotBe_usesNoCode() {
    assertEquals(Console.USAGE, enrol(folder.resolve("none").resolve("token")));
    assertEquals("", asked);
  }
}
