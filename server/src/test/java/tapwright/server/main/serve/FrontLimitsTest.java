package tapwright.server.main.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tapwright.server.front.FrontLimits;
import tapwright.server.front.FrontSettings;
import tapwright.server.front.TrustedProxies;
import tapwright.server.nodes.Wait;
import tapwright.server.store.RecordUrl;

/** Those who hold places on a server: they trickle, stay silent or are many. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FrontLimitsTest {

  private static final int CONNECTIONS = 1_200;

  /** A trade show that meets behind one address. */
  private static final int VISITORS = 1_000;

  /** A tenth of a second each: far longer than any limit here. */
  private static final int MOST_TRICKLED = 250;

  /** Longer than a first head may take, shorter than an idle connection is kept. */
  private static final int SOME_TRICKLED = 60;

  @TempDir private static Path folder;
  private LocalServer server;

  @BeforeAll
  void start() {
    FrontLimits limits =
        new FrontLimits(
            CONNECTIONS, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(12));
    server =
        new LocalServer(
            folder,
            RecordUrl.ofFile(folder.resolve("limits.db")),
            LocalServer.LOOPBACK,
            new FrontSettings(limits, Optional.empty(), Optional.empty(), TrustedProxies.NONE));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private URI url() {
    return server.uri("/");
  }

  @Test
  void aHeadThatTrickles_endsWithItsConnection() throws IOException {
    try (RawConnection connection = new RawConnection(url())) {
      connection.send("GET /health HTTP/1.1\r\nHost: x\r\nX-Slow: ");

      assertEquals("", connection.trickle('a', SOME_TRICKLED));
    }
  }

  @Test
  void aSecondHeadThatTrickles_endsWithItsConnectionToo() throws IOException {
    try (RawConnection connection = new RawConnection(url())) {
      connection.send("HEAD /t/0000000000 HTTP/1.1\r\nHost: x\r\n\r\n");
      assertTrue(connection.head().startsWith("HTTP/1.1 404 "));

      connection.send("GET /health HTTP/1.1\r\nX-Slow: ");

      assertEquals("", connection.trickle('a', MOST_TRICKLED));
    }
  }

  @Test
  void aBodyThatTrickles_isAnswered408() throws IOException {
    try (RawConnection connection = new RawConnection(url())) {
      connection.send(
          "POST /api/v1/orders HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
              + server.shop
              + "\r\nIdempotency-Key: slow\r\nContent-Type: application/json\r\n"
              + "Content-Length: 100000\r\n\r\n{");

      String said = connection.trickle(' ', MOST_TRICKLED);

      assertTrue(said.startsWith("HTTP/1.1 408 "), said);
    }
  }

  @Test
  void aBodyThatNobodyReads_isEndedToo() throws IOException {
    try (RawConnection connection = new RawConnection(url())) {
      connection.send("GET /health HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n");
      assertTrue(connection.head().startsWith("HTTP/1.1 200 "));

      connection.trickle(' ', MOST_TRICKLED);
    }
  }

  @Test
  void aThousandVisitorsBehindOneAddress_areAllAnswered() throws IOException {
    JsonNode placed = server.order("show-1", "https://example.com/show");
    server.make(placed, "04000000000010");
    server.send(
        "POST",
        "/api/v1/cards/" + placed.get("cardId").asText() + "/events",
        server.shop,
        "{\"event\": \"issued\"}");
    String hit = "GET /t/" + placed.get("slug").asText() + " HTTP/1.1\r\nHost: x\r\n\r\n";
    List<RawConnection> visitors = new ArrayList<>();
    try {
      for (int i = 0; i < VISITORS; i++) {
        visitors.add(new RawConnection(url()).send(hit));
      }
      for (RawConnection visitor : visitors) {
        String head = visitor.head();
        assertTrue(head.startsWith("HTTP/1.1 302 "), head);
      }
    } finally {
      for (RawConnection visitor : visitors) {
        visitor.close();
      }
    }
  }

  @Test
  void oneConnectionMoreThanMayBe_isClosedUntilAnotherGoes() throws IOException {
    List<RawConnection> silent = new ArrayList<>();
    try {
      for (int i = 0; i < CONNECTIONS; i++) {
        silent.add(new RawConnection(url()).send("GET /health HTTP/1.1\r\nHost: x\r\n\r\n"));
      }
      for (RawConnection one : silent) {
        one.head();
      }
      try (RawConnection more = new RawConnection(url())) {
        assertEquals("", answer(more));
      }
    } finally {
      for (RawConnection one : silent) {
        one.close();
      }
    }
    Wait.until("there is room again", Duration.ofSeconds(20), this::isAnswered, () -> "no answer");
  }

  /** Nothing where the connection is closed, which shows when it is written to or read. */
  private static String answer(RawConnection connection) throws IOException {
    try {
      return connection.send("GET /health HTTP/1.1\r\nHost: x\r\n\r\n").head();
    } catch (SocketException e) {
      return "";
    }
  }

  private boolean isAnswered() {
    try (RawConnection connection = new RawConnection(url())) {
      return answer(connection).startsWith("HTTP/1.1 200 ");
    } catch (IOException e) {
      return false;
    }
  }
}
