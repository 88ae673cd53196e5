package tapwright.server.tap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tapwright.server.app.RecordOutage;
import tapwright.server.record.StoreFault;

class UnansweredHitsTest {

  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

  private final Logger log = (Logger) LoggerFactory.getLogger(UnansweredHits.class);
  private final ListAppender<ILoggingEvent> said = new ListAppender<>();

  @BeforeEach
  void listen() {
    said.start();
    log.addAppender(said);
  }

  @AfterEach
  void stopListening() {
    log.detachAppender(said);
  }

  @Test
  void aThousandHitsInAMinute_areSaidTwice() {
    UnansweredHits hits = new UnansweredHits(new RecordOutage(() -> NOW));
    for (int millis = 0; millis <= 1_000; millis++) {
      hits.note(new IllegalStateException("away"), NOW.plusMillis(60L * millis));
    }

    assertEquals(List.of(1, 1_000), counts());
  }

  @Test
  void aClockThatWasSetBack_doesNotSilenceIt() {
    UnansweredHits hits = new UnansweredHits(new RecordOutage(() -> NOW));
    hits.note(new IllegalStateException("away"), NOW);
    hits.note(new IllegalStateException("away"), NOW.minusSeconds(3_600));

    assertEquals(List.of(1, 1), counts());
  }

  @Test
  void anOutage_isSaidElsewhere() {
    UnansweredHits hits = new UnansweredHits(new RecordOutage(() -> NOW));
    hits.note(new StoreFault.Closed(), NOW);
    hits.note(new StoreFault.Overloaded(1), NOW);

    assertEquals(List.of(1), counts());
    assertEquals(null, said.list.getFirst().getThrowableProxy());
  }

  private List<Object> counts() {
    return said.list.stream().map(event -> event.getArgumentArray()[0]).toList();
  }
}
