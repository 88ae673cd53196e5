package tapwright.server.tap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class HitIdsTest {

  private static final long SEED = 20261122;

  private static HitIds ids() {
    return new HitIds(
        RandomGeneratorFactory.<SplittableGenerator>of("L64X128MixRandom").create(SEED));
  }

  private static long onAnotherThread(HitIds ids) throws Exception {
    try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
      return thread.submit(ids::next).get();
    }
  }

  @Test
  void next_whileAnotherThreadDraws_goesOnAsIfAlone() throws Exception {
    HitIds alone = ids();
    List<Long> expected = List.of(alone.next(), alone.next());

    HitIds shared = ids();
    long first = shared.next();
    long other = onAnotherThread(shared);

    assertEquals(expected, List.of(first, shared.next()));
    assertNotEquals(expected.getLast(), other);
  }
}
