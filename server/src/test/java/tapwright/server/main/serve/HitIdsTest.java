package tapwright.server.main.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The numbers that tell hits apart, asked for by several event loops at once. */
class HitIdsTest {

  private static final int LOOPS = 4;
  private static final int EACH = 500_000;

  /** Of so few among 2^64, no two are equal by chance. */
  @Test
  void hitIds_askedForByManyThreads_areAllDifferent() throws InterruptedException {
    RandomGenerator ids = RunningServer.hitIds(42);
    long[][] drawn = new long[LOOPS][EACH];
    CountDownLatch ready = new CountDownLatch(LOOPS);
    List<Thread> loops =
        IntStream.range(0, LOOPS)
            .mapToObj(loop -> Thread.ofPlatform().start(() -> draw(ids, drawn[loop], ready)))
            .toList();
    for (Thread loop : loops) {
      loop.join();
    }

    long different = Arrays.stream(drawn).flatMapToLong(LongStream::of).distinct().count();
    assertEquals((long) LOOPS * EACH, different);
  }

  private static void draw(RandomGenerator ids, long[] into, CountDownLatch ready) {
    ready.countDown();
    try {
      ready.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    Arrays.setAll(into, i -> ids.nextLong());
  }
}
