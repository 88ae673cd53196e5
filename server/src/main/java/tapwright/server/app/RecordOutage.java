package tapwright.server.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tapwright.server.record.StoreFault;

/**
 * Says in the log that the record is away: in one line when it begins, in one a minute while it
 * lasts, and in one when it is back. What fails meanwhile may be as much as there are taps.
 *
 * <p>A record may fail in part, as on a full disk, where looks still work. It is called back once
 * nothing failed for some seconds; where it fails again soon after, only once a minute was quiet.
 */
public final class RecordOutage {

  private static final Logger LOG = LoggerFactory.getLogger(RecordOutage.class);

  private static final Duration PAUSE = Duration.ofMinutes(1);

  /** How long nothing fails in a record that is back. */
  private static final Duration QUIET = Duration.ofSeconds(3);

  private static final int LONGEST_REASON = 300;

  private final InstantSource clock;
  private boolean away;
  private Instant since = Instant.EPOCH;
  private Instant saidAt = Instant.EPOCH;
  private Instant lastAt = Instant.EPOCH;
  private Duration quiet = QUIET;
  private long failures;

  public RecordOutage(InstantSource clock) {
    this.clock = clock;
  }

  /** Whether the failure says that the record is away, and not that too much is asked of it. */
  public static boolean isOne(Throwable failure) {
    return failure instanceof StoreFault
        && !(failure instanceof StoreFault.Overloaded)
        && !(failure instanceof StoreFault.Contended);
  }

  /** Notes that the record could not be reached. */
  public synchronized void failed(Throwable failure) {
    Instant now = clock.instant();
    Instant before = lastAt;
    lastAt = now;
    failures++;
    LOG.debug("the record cannot be reached", failure);
    if (!away) {
      away = true;
      quiet = isOver(before, PAUSE, now) ? QUIET : PAUSE;
      since = now;
      failures = 1;
      saidAt = now;
      LOG.warn("the record cannot be reached: {}", reason(failure));
    } else if (isOver(saidAt, PAUSE, now)) {
      saidAt = now;
      LOG.warn(
          "the record is away since {}, {} failures so far; the last: {}",
          since,
          failures,
          reason(failure));
    }
  }

  /** For how long the record is away by now; zero where it is there. */
  public synchronized Duration length() {
    Duration length = away ? Duration.between(since, clock.instant()) : Duration.ZERO;
    return length.isNegative() ? Duration.ZERO : length;
  }

  /** Notes that the record was reached. */
  public synchronized void worked() {
    if (away) {
      Instant now = clock.instant();
      if (isOver(lastAt, quiet, now)) {
        away = false;
        LOG.warn("the record is back; it was away since {}, {} failures", since, failures);
      }
    }
  }

  /** Also where the clock was set back behind its begin. */
  private static boolean isOver(Instant begin, Duration length, Instant now) {
    return now.isBefore(begin) || !now.isBefore(begin.plus(length));
  }

  /** What a failure and its first cause say, in one line. */
  public static String reason(Throwable failure) {
    Throwable known = StoreFault.cause(failure);
    Throwable first = known;
    while (first.getCause() != null) {
      first = first.getCause();
    }
    String said = firstLine(known);
    String reason = first.equals(known) ? said : said + ": " + firstLine(first);
    return reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
  }

  private static String firstLine(Throwable failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank()
        ? failure.getClass().getSimpleName()
        : message.strip().lines().findFirst().orElseThrow();
  }
}
