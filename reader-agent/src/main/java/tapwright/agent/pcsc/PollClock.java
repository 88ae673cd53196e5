package tapwright.agent.pcsc;

import java.time.Duration;

/** Time as far as waiting for tags needs it; the real one is made in main. */
public interface PollClock {

  /** Nanoseconds from an arbitrary origin, never going back. */
  long nanos();

  /** Returns after the duration, or at once when the thread is interrupted, which it then stays. */
  void pause(Duration duration);
}
