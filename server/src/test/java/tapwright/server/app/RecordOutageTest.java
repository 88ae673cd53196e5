package tapwright.server.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tapwright.server.HeardLog;
import tapwright.server.record.StoreFault;

class RecordOutageTest {

  private final Throwable away =
      new StoreFault.Unavailable(
          "storing", new IllegalStateException("connection refused\n  Hint: start it"));

  @RegisterExtension final HeardLog said = HeardLog.of(RecordOutage.class);

  private Instant now = Instant.parse("2026-03-02T08:00:00Z");
  private final RecordOutage outage = new RecordOutage(() -> now);

  private List<String> lines() {
    said.events().forEach(event -> assertEquals(null, event.getThrowableProxy()));
    return said.lines();
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

  /** As of a full disk with few taps, while what is due is looked at each second. */
  @Test
  void oneThatFailsNowAndThen_isCalledBackOnceAndThenWhenAMinuteWasQuiet() {
    for (int round = 0; round < 120; round++) {
      outage.failed(away);
      workFor(5);
    }
    workFor(60);

    assertEquals(13, lines().size(), lines().toString());
    assertEquals(2, lines().stream().filter(line -> line.startsWith("the record is back")).count());
    assertTrue(lines().getLast().startsWith("the record is back"), lines().toString());
  }

  private void workFor(int seconds) {
    for (int second = 0; second < seconds; second++) {
      now = now.plusSeconds(1);
      outage.worked();
    }
  }

  /** Long after the last, it is one of its own, and its end is said at once. */
  @Test
  void anOutageOnAnotherDay_isCalledBackSoon() {
    outage.failed(away);
    workFor(120);
    outage.failed(away);
    workFor(4);

    assertEquals(4, lines().size(), lines().toString());
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
