package tapwright.server.store.postgres;

import java.sql.SQLException;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tapwright.server.record.StoreFault;

/**
 * When to ask again for a database that did not answer: soon at first, then less and less often,
 * and not at the same time as all other nodes.
 */
final class BackOff {

  private static final Duration FIRST = Duration.ofMillis(50);
  private static final Duration LONGEST = Duration.ofSeconds(1);

  private final LongSupplier nanos;
  private final RandomGenerator random;
  private @Nullable SQLException failure;
  private long pauseNanos;
  private long nextNanos;

  BackOff(LongSupplier nanos, RandomGenerator random) {
    this.nanos = nanos;
    this.random = random;
  }

  /** Fails where it is too soon to ask again. */
  synchronized void check() {
    if (failure != null && nanos.getAsLong() - nextNanos < 0) {
      throw new StoreFault.Unavailable("connecting, a moment ago", failure);
    }
  }

  /** It did not answer: the next time is up to twice as far away as the last was. */
  synchronized void failed(SQLException answer) {
    failure = answer;
    pauseNanos = Math.clamp(2 * pauseNanos, FIRST.toNanos(), LONGEST.toNanos());
    nextNanos = nanos.getAsLong() + random.nextLong(pauseNanos / 2, pauseNanos + 1);
  }

  /** It answered. */
  synchronized void succeeded() {
    failure = null;
    pauseNanos = 0;
  }
}
