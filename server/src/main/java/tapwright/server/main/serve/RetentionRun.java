package tapwright.server.main.serve;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tapwright.server.app.RecordOutage;
import tapwright.server.app.duty.KeepRecordSmall;
import tapwright.server.record.StoreFault;

/** Clears the record beside a server, a slice at a time, and looks every hour for more to do. */
final class RetentionRun implements AutoCloseable {

  /** Between two slices hits have the record for themselves for so long. */
  private static final Duration PAUSE = Duration.ofMillis(50);

  private static final Duration UNTIL_NEXT_LOOK = Duration.ofHours(1);

  private static final Logger LOG = LoggerFactory.getLogger(RetentionRun.class);

  private final KeepRecordSmall keeping;
  private final Thread thread;

  private RetentionRun(KeepRecordSmall keeping) {
    this.keeping = keeping;
    this.thread = Thread.ofPlatform().daemon().name("retention").unstarted(this::run);
  }

  static RetentionRun start(KeepRecordSmall keeping) {
    RetentionRun run = new RetentionRun(keeping);
    run.thread.start();
    return run;
  }

  private void run() {
    try {
      while (true) {
        Thread.sleep(slice() ? PAUSE : UNTIL_NEXT_LOOK);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A record that is away now is tried again with the next look. */
  private boolean slice() {
    try {
      return keeping.slice().join();
    } catch (CompletionException e) {
      LOG.warn(
          "old hits could not be cleared; the next try is in {}: {}",
          UNTIL_NEXT_LOOK,
          RecordOutage.reason(e),
          e.getCause() instanceof StoreFault ? null : e);
      return false;
    }
  }

  /** Stops after the slice that is being done. */
  @Override
  public void close() {
    thread.interrupt();
  }
}
