package tapwright.server.main.serve;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does one work again and again beside the server, on a thread of its own. */
final class Rounds {

  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

  private final String name;
  private final Work work;
  private final ScheduledThreadPoolExecutor thread;

  private Rounds(String name, Work work) {
    this.name = name;
    this.work = work;
    // A round that ends after the stop would begin another: that is dropped.
    this.thread =
        new ScheduledThreadPoolExecutor(
            1,
            Thread.ofPlatform().name(name).daemon().factory(),
            new ThreadPoolExecutor.DiscardPolicy());
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** What is done round by round. */
  @FunctionalInterface
  interface Work {

    /** Does one round; answers the pause until the next. It throws nothing, or it was the last. */
    Duration round();
  }

  /**
   * Begins.
   *
   * @param first how long until the first round
   */
  static Rounds start(String name, Duration first, Work work) {
    Rounds rounds = new Rounds(name, work);
    rounds.nextAfter(first);
    return rounds;
  }

  private void nextAfter(Duration pause) {
    ScheduledFuture<?> _ =
        thread.schedule(() -> nextAfter(work.round()), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Begins no more rounds, and waits for the one that runs, within the limit. */
  void close(Duration limit) {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("a round of {} did not end within {}", name, limit);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
