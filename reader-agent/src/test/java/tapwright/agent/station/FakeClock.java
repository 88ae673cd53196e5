package tapwright.agent.station;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that passes only while somebody waits. */
public final class FakeClock implements InstantSource, Waiter {

  private static final Instant BEGIN = Instant.parse("2026-03-01T08:00:00Z");

  private Instant now = BEGIN;

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public void pause(Duration time) {
    now = now.plus(time);
    if (now.isAfter(BEGIN.plus(Duration.ofDays(1)))) {
      throw new AssertionError("somebody has waited for a day");
    }
  }
}
