package tapwright.server.main.serve;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tapwright.server.app.RecordOutage;
import tapwright.server.app.duty.DoDuties;

/** Looks at the duties again and again while the server runs. */
final class Rounds {

  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

  /** How late a duty may be done where nobody is told of it; a look costs a read of an index. */
  static final Duration EVERY = Duration.ofSeconds(1);

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("duties").daemon().factory());
  private final DoDuties duties;
  private final RecordOutage outage;

  private Rounds(DoDuties duties, RecordOutage outage) {
    this.duties = duties;
    this.outage = outage;
  }

  static Rounds start(DoDuties duties, RecordOutage outage) {
    Rounds rounds = new Rounds(duties, outage);
    long millis = EVERY.toMillis();
    ScheduledFuture<?> _ =
        rounds.thread.scheduleWithFixedDelay(rounds::round, millis, millis, TimeUnit.MILLISECONDS);
    return rounds;
  }

  /**
   * What is not done now is still due in the next round, here or on another node; and one defect
   * does not end all rounds.
   */
  private void round() {
    try {
      duties.round().join();
      outage.worked();
    } catch (CompletionException e) {
      notDone(e.getCause() == null ? e : e.getCause());
    } catch (RuntimeException e) {
      notDone(e);
    }
  }

  private void notDone(Throwable e) {
    if (RecordOutage.isOne(e)) {
      outage.failed(e);
    } else {
      LOG.warn("a round of duties was not done; the next begins in {}", EVERY, e);
    }
  }

  /** Begins no more rounds, and waits for the one that runs, within the limit. */
  void close(Duration limit) {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("a round of duties did not end within {}", limit);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
