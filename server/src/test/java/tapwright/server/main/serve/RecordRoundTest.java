package tapwright.server.main.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tapwright.server.HeardLog;
import tapwright.server.app.RecordOutage;
import tapwright.server.app.duty.DoDuties;
import tapwright.server.app.duty.KeepRecordSmall;
import tapwright.server.record.StoreFault;
import tapwright.server.store.RecordUrl;
import tapwright.server.store.sqlite.SqliteStore;

class RecordRoundTest {

  private static final Duration PAUSE = Duration.ofMillis(1);
  private static final Duration AFTER_FAILURE = Duration.ofMillis(2);
  private static final KeepRecordSmall.Limits LIMITS =
      new KeepRecordSmall.Limits(Duration.ofDays(30), Duration.ofDays(400));

  @TempDir private Path folder;

  @RegisterExtension final HeardLog said = HeardLog.ofAll("tapwright.server");

  private Instant now = Instant.parse("2026-03-02T08:00:00Z");
  private final RecordOutage outage = new RecordOutage(() -> now);

  private RecordRound round(CompletableFuture<Duration> work) {
    return new RecordRound("samples", AFTER_FAILURE, () -> work, outage);
  }

  private List<String> lines() {
    return said.lines();
  }

  @Test
  void whatTheWorkAnswers_isThePause() {
    assertEquals(PAUSE, round(CompletableFuture.completedFuture(PAUSE)).round());
    assertEquals(List.of(), lines());
  }

  @Test
  void aRecordThatIsAway_isSaidOnceAndThatItIsBack() {
    StoreFault away = new StoreFault.Unavailable("storing", new IllegalStateException("refused"));

    assertEquals(AFTER_FAILURE, round(CompletableFuture.failedFuture(away)).round());
    assertEquals(AFTER_FAILURE, round(CompletableFuture.failedFuture(away)).round());
    now = now.plusSeconds(10);
    round(CompletableFuture.completedFuture(PAUSE)).round();

    assertEquals(2, lines().size(), lines().toString());
    assertTrue(lines().getFirst().startsWith("the record cannot be reached"), lines().toString());
    assertTrue(lines().getLast().startsWith("the record is back"), lines().toString());
  }

  @Test
  void aRecordOfWhichTooMuchIsAsked_isNotAway() {
    assertEquals(
        AFTER_FAILURE, round(CompletableFuture.failedFuture(new StoreFault.Overloaded(9))).round());

    assertEquals(1, lines().size());
    assertTrue(
        lines().getFirst().startsWith("a round of samples was not done"), lines().toString());
    assertEquals(null, said.events().getFirst().getThrowableProxy());
  }

  @Test
  void aDefect_isSaidAndEndsNoRounds() throws InterruptedException {
    AtomicInteger begun = new AtomicInteger();
    BlockingQueue<Integer> done = new LinkedBlockingQueue<>();
    RecordRound round =
        new RecordRound(
            "samples",
            PAUSE,
            () -> {
              int which = begun.incrementAndGet();
              if (which == 1) {
                throw new IllegalStateException("planted");
              }
              done.add(which);
              return which == 2
                  ? CompletableFuture.failedFuture(new IllegalStateException("planted"))
                  : CompletableFuture.completedFuture(Duration.ofHours(1));
            },
            outage);
    Rounds rounds = Rounds.start("samples", Duration.ZERO, round);

    assertEquals(2, done.poll(20, TimeUnit.SECONDS));
    assertEquals(3, done.poll(20, TimeUnit.SECONDS));
    rounds.close(Duration.ofSeconds(20));
    assertEquals(2, said.events().stream().filter(one -> one.getThrowableProxy() != null).count());
  }

  @Test
  void clearing_goesOnSoonWhileThereIsMoreAndThenLooksByTheHour() {
    try (SqliteStore store = SqliteStore.open(RecordUrl.ofFile(folder.resolve("r.db")).jdbc())) {
      RecordRound clearing =
          RecordRound.ofClearing(new KeepRecordSmall(store, LIMITS, "node", () -> now), outage);

      assertEquals(Duration.ofMillis(50), clearing.round());
      Duration last = clearing.round();
      while (last.equals(Duration.ofMillis(50))) {
        last = clearing.round();
      }
      assertEquals(Duration.ofHours(1), last);
      assertEquals(Duration.ofHours(1), clearing.round());
    }
    assertEquals(List.of(), lines());
  }

  @Test
  void duties_areLookedAtEachSecond() {
    try (SqliteStore store = SqliteStore.open(RecordUrl.ofFile(folder.resolve("r.db")).jdbc())) {
      RecordRound duties =
          RecordRound.ofDuties(new DoDuties(store, List.of(), "node", () -> now), outage);

      assertEquals(Duration.ofSeconds(1), duties.round());
    }
  }
}
