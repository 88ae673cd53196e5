package tapwright.server.nodes;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waiting for what other processes do: looked at again and again, given up after a while. */
public final class Wait {

  private static final Duration POLL = Duration.ofMillis(50);

  private Wait() {}

  /** Returns once it is so; fails with what was seen last when it is not within the limit. */
  public static void until(
      String what, Duration limit, BooleanSupplier isSo, Supplier<String> seen) {
    long end = System.nanoTime() + limit.toNanos();
    while (!isSo.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not within " + limit + ": " + what + "; seen: " + seen.get());
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
  }
}
