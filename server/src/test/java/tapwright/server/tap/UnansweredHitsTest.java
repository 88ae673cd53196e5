package tapwright.server.tap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tapwright.server.HeardLog;
import tapwright.server.app.RecordOutage;
import tapwright.server.record.StoreFault;

class UnansweredHitsTest {

  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

  @RegisterExtension final HeardLog said = HeardLog.of(UnansweredHits.class);

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
    assertEquals(null, said.events().getFirst().getThrowableProxy());
  }

  private List<Object> counts() {
    return said.events().stream().map(event -> event.getArgumentArray()[0]).toList();
  }
}
