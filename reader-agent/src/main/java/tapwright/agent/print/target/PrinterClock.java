package tapwright.agent.print.target;

import java.time.Duration;

/** Time for waiting on printers; tests let none pass. */
public interface PrinterClock {

  /** Nanoseconds since some moment. */
  long nanos();

  /** Returns after the time, or earlier when the thread is interrupted, which it then stays. */
  void pause(Duration time);

  /** Whether there is still time; an interrupted thread, whose pauses are none, has no more. */
  default boolean isBefore(long end) {
    return end - nanos() > 0 && !Thread.currentThread().isInterrupted();
  }
}
