package tapwright.server.main.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tapwright.server.http.RequestLog;
import tapwright.server.nodes.Wait;

/** A line a request, which names it and nothing that it carries. */
class RequestLogTest {

  @TempDir private Path folder;
  private LocalServer server;
  private final BlockingQueue<ILoggingEvent> said = new LinkedBlockingQueue<>();
  private final Appender<ILoggingEvent> appender = new Hearing();
  private final Logger log = (Logger) LoggerFactory.getLogger(RequestLog.LOGGER);

  @BeforeEach
  void start() {
    server = new LocalServer(folder);
    log.setLevel(Level.INFO);
    appender.start();
    log.addAppender(appender);
  }

  @AfterEach
  void stop() {
    server.close();
    log.detachAppender(appender);
    log.setLevel(null);
  }

  @Test
  void request_isALineWithoutWhatItCarries() {
    HttpResponse<String> answer =
        server.send("GET", "/api/v1/cards?name=Sample%20Secret", server.shop, "");
    assertEquals(200, answer.statusCode());

    Map<String, Object> line = onlyLine();
    assertEquals("GET", line.get("method"));
    assertEquals("/api/v1/cards", line.get("route"));
    assertEquals(200, line.get("status"));
    assertEquals(idOf(answer), line.get("requestId"));
    String written = new String(encoded(), StandardCharsets.UTF_8);
    assertFalse(written.contains("Secret"), written);
    assertFalse(written.contains("127.0.0.1"), written);
    assertFalse(written.contains(server.shop), written);
  }

  @Test
  void refusal_namesTheRequestAndItsPattern() {
    HttpResponse<String> answer =
        server.send("GET", "/api/v1/cards/0123456789ABC", server.shop, "");

    assertEquals(404, answer.statusCode());
    assertEquals(idOf(answer), LocalServer.json(answer).get("requestId").asText());
    assertEquals("/api/v1/cards/{cardId}", onlyLine().get("route"));
    assertEquals(idOf(answer), onlyLine().get("requestId"));
  }

  @Test
  void id_isTheProxysWhereItIsOne() {
    assertEquals("proxy-0123.abc", idOf(asked("proxy-0123.abc")));
    for (String none : List.of("short", "has a blank in it", "<script>alert(1)</script>")) {
      assertNotEquals(none, idOf(asked(none)));
    }
    assertNotEquals(idOf(asked("")), idOf(asked("")));
  }

  @Test
  void unknownPath_isNotRepeated() {
    server.get("/secret-of-somebody/1?token=2");

    assertEquals("other", onlyLine().get("route"));
    assertFalse(new String(encoded(), StandardCharsets.UTF_8).contains("secret"));
  }

  @Test
  void hit_isNoMatterOfThisLog() {
    server.get("/t/0000000000");

    assertTrue(said.isEmpty());
  }

  private HttpResponse<String> asked(String id) {
    return server.send(HttpRequest.newBuilder(server.uri("/health")).header(RequestLog.HEADER, id));
  }

  private static String idOf(HttpResponse<String> answer) {
    return answer.headers().firstValue(RequestLog.HEADER).orElseThrow();
  }

  private Map<String, Object> onlyLine() {
    Map<String, Object> line = new HashMap<>();
    only().getKeyValuePairs().forEach(pair -> line.put(pair.key, pair.value));
    return line;
  }

  /** It may be written a little after the answer has come. */
  private ILoggingEvent only() {
    Wait.until("a line", Duration.ofMinutes(1), () -> !said.isEmpty(), said::toString);
    assertEquals(1, said.size(), said.toString());
    return said.element();
  }

  private byte[] encoded() {
    JsonEncoder encoder = new JsonEncoder();
    encoder.setContext(log.getLoggerContext());
    encoder.start();
    return encoder.encode(only());
  }

  /** Keeps what is said, by whatever thread. */
  private final class Hearing extends AppenderBase<ILoggingEvent> {
    @Override
    protected void append(ILoggingEvent event) {
      said.add(event);
    }
  }
}
