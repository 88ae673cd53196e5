package tapwright.server.main.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that is moved by hand, so that a story of months is told in a second. */
final class HandClock implements InstantSource {

  private final AtomicReference<Instant> now;

  HandClock(Instant now) {
    this.now = new AtomicReference<>(now);
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  /** Lets time pass. */
  void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  /** Lets time pass up to the instant; what is over stays over. */
  void passUntil(Instant instant) {
    now.updateAndGet(before -> instant.isAfter(before) ? instant : before);
  }
}
