package tapwright.server.main.serve;

import java.util.random.RandomGenerator;

/**
 * A generator that any number of threads may ask at once.
 *
 * <p>Those of the platform's fast families may not be shared (RandomGenerator, "thread safety"):
 * two event loops that ask one at the same time may be given the same number, and the second of two
 * hits with one number would be taken for the first, delivered again.
 */
final class SharedRandom implements RandomGenerator {

  private final RandomGenerator random;

  /**
   * Shares the generator.
   *
   * @param random that nobody else asks
   */
  SharedRandom(RandomGenerator random) {
    this.random = random;
  }

  @Override
  public synchronized long nextLong() {
    return random.nextLong();
  }
}
