package tapwright.agent.encode;

import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * What encoding takes from the machine that it runs on.
 *
 * @param nanos nanoseconds from an arbitrary origin, never going back
 * @param random unguessable, since chips are asked by what it draws whether they know a key
 */
public record TimeAndChance(LongSupplier nanos, RandomGenerator random) {

  /** The same with time that begins now. */
  public TimeAndChance fromNow() {
    long begun = nanos.getAsLong();
    return new TimeAndChance(() -> nanos.getAsLong() - begun, random);
  }
}
