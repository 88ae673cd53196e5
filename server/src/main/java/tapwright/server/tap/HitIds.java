package tapwright.server.tap;

import java.util.random.RandomGenerator;
import java.util.random.RandomGenerator.SplittableGenerator;

/**
 * Ids of hits: 64 bits by which two hits of one card and instant are told apart.
 *
 * <p>Each thread draws from a generator of its own, since none of them is made for two threads at
 * once: two that meet may draw the same.
 */
final class HitIds {

  private final ThreadLocal<RandomGenerator> generators;

  HitIds(SplittableGenerator first) {
    this.generators = ThreadLocal.withInitial(() -> split(first));
  }

  private static RandomGenerator split(SplittableGenerator first) {
    synchronized (first) {
      return first.split();
    }
  }

  long next() {
    return generators.get().nextLong();
  }
}
