package tapwright.server.tap;

import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tapwright.server.app.RecordOutage;
import tapwright.server.record.StoreFault;

/**
 * Says in the log that hits are not answered: as an outage where the record is away, else once a
 * minute at most.
 */
final class UnansweredHits {

  private static final Logger LOG = LoggerFactory.getLogger(UnansweredHits.class);
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final RecordOutage outage;
  private Instant saidAt = Instant.EPOCH;
  private int unsaid;

  UnansweredHits(RecordOutage outage) {
    this.outage = outage;
  }

  /** Notes one more; {@code at} is when it came. */
  void note(Throwable failure, Instant at) {
    Throwable cause = StoreFault.cause(failure);
    if (RecordOutage.isOne(cause)) {
      outage.failed(cause);
    } else {
      other(cause, at);
    }
  }

  private synchronized void other(Throwable failure, Instant at) {
    unsaid++;
    if (isTime(at)) {
      LOG.warn(
          "{} hits were not stored; the last: {}",
          unsaid,
          RecordOutage.reason(failure),
          failure instanceof StoreFault ? null : failure);
      saidAt = at;
      unsaid = 0;
    }
  }

  /** A clock that was set back does not silence it. */
  private boolean isTime(Instant at) {
    return at.isBefore(saidAt) || !at.isBefore(saidAt.plus(PAUSE));
  }
}
