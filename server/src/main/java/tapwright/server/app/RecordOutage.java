package tapwright.server.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tapwright.server.record.StoreFault;

/**
 * Says in the log that the record is away: in one line when it begins, in one a minute while it
 * lasts, and in one when it is back. What fails meanwhile may be as much as there are taps.
 */
public final class RecordOutage {

  private static final Logger LOG = LoggerFactory.getLogger(RecordOutage.class);

  private static final Duration PAUSE = Duration.ofMinutes(1);

  /** A record that fails in part, as on a full disk, is not called back between two failures. */
  private static final Duration QUIET = Duration.ofSeconds(3);

  private static final int LONGEST_REASON = 300;

  private final InstantSource clock;
  private boolean away;
  private Instant since = Instant.EPOCH;
  private Instant saidAt = Instant.EPOCH;
  private Instant lastAt = Instant.EPOCH;
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
    lastAt = now;
    failures++;
    LOG.debug("the record cannot be reached", failure);
    if (!away) {
      away = true;
      since = now;
      failures = 1;
      saidAt = now;
      LOG.warn("the record cannot be reached: {}", reason(failure));
    } else if (now.isBefore(saidAt) || !now.isBefore(saidAt.plus(PAUSE))) {
      saidAt = now;
      LOG.warn(
          "the record is away since {}, {} failures so far; the last: {}",
          since,
          failures,
          reason(failure));
    }
  }

  /** Notes that the record was reached. */
  public synchronized void worked() {
    if (away) {
      Instant now = clock.instant();
      if (now.isBefore(lastAt) || !now.isBefore(lastAt.plus(QUIET))) {
        away = false;
        LOG.warn("the record is back; it was away since {}, {} failures", since, failures);
      }
    }
  }

  /** What a failure and its first cause say, in one line. */
  public static String reason(Throwable failure) {
    Throwable known = failure;
    while (known instanceof CompletionException && known.getCause() != null) {
      known = known.getCause();
    }
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
