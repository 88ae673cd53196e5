package tapwright.server.front.tls;

import java.util.concurrent.atomic.LongAdder;

/** How many TLS handshakes were made, and how many were not. */
public final class Handshakes {

  private final LongAdder made = new LongAdder();
  private final LongAdder failed = new LongAdder();

  /** Counts one after which something may be asked. */
  public void countMade() {
    made.increment();
  }

  /** Counts a connection that never came so far: other terms, no TLS at all, gone, or too slow. */
  public void countFailed() {
    failed.increment();
  }

  /** Those that were made. */
  public double made() {
    return made.doubleValue();
  }

  /** Those that were not. */
  public double failed() {
    return failed.doubleValue();
  }
}
