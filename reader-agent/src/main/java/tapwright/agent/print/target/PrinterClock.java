package tapwright.agent.print.target;

import java.time.Duration;

/** Time for waiting on printers; tests let none pass. */
public interface PrinterClock {

  /** Nanoseconds since some moment. */
  long nanos();

  /** Returns after the time, or earlier when the thread is interrupted. */
  void pause(Duration time);
}
