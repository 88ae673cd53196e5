package tapwright.server.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tapwright.server.record.StoreFault;

class RecordOutageTest {

  private final Throwable away =
      new StoreFault.Unavailable(
          "storing", new IllegalStateException("connection refused\n  Hint: start it"));

  private final Logger log = (Logger) LoggerFactory.getLogger(RecordOutage.class);
  private final ListAppender<ILoggingEvent> said = new ListAppender<>();
  private Instant now = Instant.parse("2026-03-02T08:00:00Z");
  private final RecordOutage outage = new RecordOutage(() -> now);

  @BeforeEach
  void listen() {
    log.setLevel(Level.WARN);
    said.start();
    log.addAppender(said);
  }

  @AfterEach
  void stopListening() {
    log.detachAppender(said);
    log.setLevel(null);
  }

  private List<String> lines() {
    said.list.forEach(event -> assertEquals(null, event.getThrowableProxy()));
    return said.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  @Test
  void anOutageOfTwoMinutes_isFourLines() {
    for (int tenths = 0; tenths <= 1_200; tenths++) {
      outage.failed(away);
      now = now.plusMillis(100);
    }
    now = now.plusSeconds(4);
    outage.worked();
    outage.worked();

    assertEquals(4, lines().size(), lines().toString());
    assertEquals(
        "the record cannot be reached: the database failed while storing: connection refused",
        lines().getFirst());
    assertTrue(lines().get(1).contains("601 failures so far"), lines().toString());
    assertTrue(lines().getLast().startsWith("the record is back;"), lines().toString());
  }

  @Test
  void oneThatFailsInPart_isNotCalledBackInBetween() {
    for (int seconds = 0; seconds < 30; seconds++) {
      outage.failed(away);
      now = now.plusSeconds(1);
      outage.worked();
    }

    assertEquals(1, lines().size(), lines().toString());
  }

  @Test
  void theNextOutage_isSaidAgain() {
    outage.failed(away);
    now = now.plusSeconds(5);
    outage.worked();
    outage.failed(away);

    assertEquals(3, lines().size(), lines().toString());
  }

  @Test
  void tooMuchAsked_isNoOutage() {
    assertTrue(RecordOutage.isOne(away));
    assertFalse(RecordOutage.isOne(new StoreFault.Overloaded(1)));
    assertFalse(RecordOutage.isOne(new IllegalStateException("a defect")));
    assertEquals(
        "IllegalStateException",
        RecordOutage.reason(new CompletionException(new IllegalStateException())));
  }
}
