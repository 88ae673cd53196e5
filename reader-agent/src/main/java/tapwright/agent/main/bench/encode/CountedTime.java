package tapwright.agent.main.bench.encode;

import java.time.Duration;
import tapwright.agent.pcsc.PollClock;

/** Time that passes only where somebody lets it, so that a figure is the same on each machine. */
public final class CountedTime implements PollClock {

  private long nanos;

  @Override
  public long nanos() {
    return nanos;
  }

  @Override
  public void pause(Duration duration) {
    nanos += duration.toNanos();
  }
}
