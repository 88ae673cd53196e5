package tapwright.server.main.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RoundsTest {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final BlockingQueue<Thread> begun = new LinkedBlockingQueue<>();

  @Test
  void aRound_isFollowedByTheNextAfterItsPause() throws InterruptedException {
    Rounds rounds = Rounds.start("sample", Duration.ZERO, () -> begun(Duration.ofMillis(1)));

    Thread first = next();
    for (int i = 0; i < 20; i++) {
      assertEquals(first, next());
    }
    rounds.close(LIMIT);
  }

  @Test
  void close_whileTheNextIsWaitedFor_endsAndBeginsNoMore() throws InterruptedException {
    Rounds rounds = Rounds.start("sample", Duration.ZERO, () -> begun(Duration.ofHours(1)));
    Thread thread = next();

    rounds.close(LIMIT);

    assertTrue(thread.join(LIMIT), "it still waits");
    assertTrue(begun.isEmpty(), "a round was begun");
  }

  @Test
  void close_whileARoundRuns_waitsForItsEnd() throws InterruptedException {
    CountDownLatch ending = new CountDownLatch(1);
    AtomicInteger ended = new AtomicInteger();
    Rounds rounds =
        Rounds.start(
            "sample",
            Duration.ZERO,
            () -> {
              Duration pause = begun(Duration.ZERO);
              await(ending);
              ended.incrementAndGet();
              return pause;
            });
    Thread thread = next();
    Thread stop = Thread.ofPlatform().start(() -> rounds.close(LIMIT));
    while (stop.isAlive() && stop.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }

    assertTrue(stop.isAlive(), "it was not waited for");
    assertEquals(0, ended.get());
    ending.countDown();
    stop.join();
    assertEquals(1, ended.get());
    assertTrue(thread.join(LIMIT), "it goes on");
    assertTrue(begun.isEmpty(), "another round was begun");
  }

  @Test
  void close_whileARoundHangs_endsAtItsLimit() throws InterruptedException {
    CountDownLatch ending = new CountDownLatch(1);
    Rounds rounds =
        Rounds.start(
            "sample",
            Duration.ZERO,
            () -> {
              Duration pause = begun(Duration.ofHours(1));
              await(ending);
              return pause;
            });
    Thread thread = next();

    Thread stop = Thread.ofPlatform().start(() -> rounds.close(Duration.ofMillis(1)));
    assertTrue(stop.join(LIMIT), "it is waited for without end");
    assertTrue(thread.isAlive(), "it was interrupted");
    ending.countDown();
    assertTrue(thread.join(LIMIT), "it goes on");
  }

  private Thread next() throws InterruptedException {
    Thread next = begun.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("no round was begun within " + LIMIT);
    }
    return next;
  }

  private Duration begun(Duration pause) {
    begun.add(Thread.currentThread());
    return pause;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
