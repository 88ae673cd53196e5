package tapwright.server.app.duty;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tapwright.server.record.Ledger;

/**
 * Says in the log that this node's clock cannot be right: that it went back, or on by more than
 * time passed, and, where the record is kept by another machine, that the two differ.
 *
 * <p>A time that differs is said when it begins, once an hour while it lasts, and when it has
 * ended. Nothing is refused meanwhile: a hit at a wrong time is worth more than none.
 */
final class ClockWatch {

  /** More than clocks differ by that a time service sets. */
  static final Duration TOLERATED = Duration.ofMinutes(1);

  /** More than passes from look to look, which are a second apart and wait for some work. */
  static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  private static final Duration COMPARE_EVERY = Duration.ofMinutes(1);
  private static final Duration SAY_EVERY = Duration.ofHours(1);

  private static final String MEANS =
      "hits and events are kept with the time that this machine says, and policies count by it; set"
          + " its clock by a time service";

  private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);

  private final Ledger ledger;
  private final InstantSource clock;
  private Instant lookedAt;
  private Instant comparedAt = Instant.EPOCH;
  private Instant saidAt = Instant.EPOCH;
  private boolean differs;

  ClockWatch(Ledger ledger, InstantSource clock) {
    this.ledger = ledger;
    this.clock = clock;
    this.lookedAt = clock.instant();
  }

  /** Looks at the clock, and now and then at the record's; done when both were looked at. */
  CompletableFuture<Boolean> look() {
    Instant now = clock.instant();
    lookBack(now);
    return isOver(comparedAt, COMPARE_EVERY, now)
        ? compare(now)
        : CompletableFuture.completedFuture(true);
  }

  private synchronized void lookBack(Instant now) {
    Duration passed = Duration.between(lookedAt, now);
    lookedAt = now;
    if (passed.compareTo(TOLERATED.negated()) < 0) {
      LOG.warn("the clock of this machine went back by {}, to {}; {}", passed.abs(), now, MEANS);
    } else if (passed.compareTo(LONGEST_PAUSE) > 0) {
      LOG.warn(
          "the clock of this machine went on by {} at once, to {}: it was set, or the machine slept;"
              + " {}",
          passed,
          now,
          MEANS);
    }
  }

  private CompletableFuture<Boolean> compare(Instant before) {
    comparedAt = before;
    return ledger
        .readAcrossSellers(records -> records.duties().time())
        .thenApply(
            ofRecord -> {
              ofRecord.ifPresent(time -> compared(before, time));
              return true;
            });
  }

  /** How long the record took to answer makes no difference. */
  private synchronized void compared(Instant before, Instant ofRecord) {
    Instant now = clock.instant();
    boolean differed = differs;
    differs = ofRecord.isBefore(before.minus(TOLERATED)) || ofRecord.isAfter(now.plus(TOLERATED));
    if (differs && (!differed || isOver(saidAt, SAY_EVERY, now))) {
      saidAt = now;
      LOG.warn(
          "the clock of this machine says {} where the database's says {}; {}",
          now,
          ofRecord,
          MEANS);
    } else if (differed && !differs) {
      LOG.warn("the clock of this machine agrees with the database's again, at {}", now);
    }
  }

  /** Also where the clock was set back behind its begin. */
  private static boolean isOver(Instant begin, Duration length, Instant now) {
    return now.isBefore(begin) || !now.isBefore(begin.plus(length));
  }
}
