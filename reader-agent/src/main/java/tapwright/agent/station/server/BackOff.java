package tapwright.agent.station.server;

import java.time.Duration;
import java.time.Instant;

/** When something that failed is tried again: after 1, 2, 4 … and at most 30 seconds. */
public final class BackOff {

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private Instant due = Instant.MIN;
  private Duration pause = FIRST;

  public boolean isDue(Instant now) {
    return !now.isBefore(due);
  }

  /** Whether the last try failed. */
  public boolean isFailing() {
    return !pause.equals(FIRST);
  }

  public void failed(Instant now) {
    due = now.plus(pause);
    Duration doubled = pause.multipliedBy(2);
    pause = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
  }

  /** It went well; {@code rest} is how long there is no need to try again. */
  public void succeeded(Instant now, Duration rest) {
    due = now.plus(rest);
    pause = FIRST;
  }
}
