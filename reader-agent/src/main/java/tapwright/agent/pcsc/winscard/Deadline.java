package tapwright.agent.pcsc.winscard;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** When a wait is over; javax.smartcardio's timeout of 0 is never. */
final class Deadline {

  private final LongSupplier nanos;
  private final boolean never;
  private final long end;

  private Deadline(LongSupplier nanos, long timeoutMillis) {
    this.nanos = nanos;
    this.never = timeoutMillis == 0;
    this.end = nanos.getAsLong() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
  }

  static Deadline after(LongSupplier nanos, long timeoutMillis) {
    if (timeoutMillis < 0) {
      throw new IllegalArgumentException("timeout is " + timeoutMillis + ", allowed is 0 and more");
    }
    return new Deadline(nanos, timeoutMillis);
  }

  boolean isOver() {
    return !never && end - nanos.getAsLong() <= 0;
  }

  /** How much of a wait is left, rounded up, and at most so much. */
  long millisLeft(long most) {
    if (never) {
      return most;
    }
    long left = TimeUnit.NANOSECONDS.toMillis(end - nanos.getAsLong() + 999_999);
    return Math.clamp(left, 0, most);
  }
}
