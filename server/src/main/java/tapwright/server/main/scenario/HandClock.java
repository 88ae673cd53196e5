package tapwright.server.main.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that is moved by hand, so that a story of months is told in a second. */
final class HandClock implements InstantSource {

  private Instant now;

  HandClock(Instant now) {
    this.now = now;
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  /** Lets time pass. */
  synchronized void pass(Duration time) {
    now = now.plus(time);
  }

  /** Lets time pass up to the instant; what is over stays over. */
  synchronized void passUntil(Instant instant) {
    if (instant.isAfter(now)) {
      now = instant;
    }
  }
}
