package tapwright.server.tap;

import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in the log that hits are not answered, once a second at most: while the record is away there
 * may be as many as there are taps.
 */
final class UnansweredHits {

  private static final Logger LOG = LoggerFactory.getLogger(UnansweredHits.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private Instant saidAt = Instant.EPOCH;
  private int unsaid;

  /** Notes one more; {@code at} is when it came. */
  synchronized void note(Throwable failure, Instant at) {
    unsaid++;
    if (isTime(at)) {
      LOG.warn("{} hits were not stored; the last:", unsaid, failure);
      saidAt = at;
      unsaid = 0;
    }
  }

  /** A clock that was set back does not silence it. */
  private boolean isTime(Instant at) {
    return at.isBefore(saidAt) || !at.isBefore(saidAt.plus(PAUSE));
  }
}
