package tapwright.agent.station;

import java.time.Duration;

/** Lets time pass; tests let none. */
@FunctionalInterface
public interface Waiter {

  /** Returns after the time, or earlier when the thread is interrupted, which it then stays. */
  void pause(Duration time);
}
