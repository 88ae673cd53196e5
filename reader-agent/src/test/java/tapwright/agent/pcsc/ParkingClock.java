package tapwright.agent.pcsc;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The machine's own time, for tests against readers that live on other threads. */
public final class ParkingClock implements PollClock {

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public void pause(Duration duration) {
    LockSupport.parkNanos(duration.toNanos());
  }
}
