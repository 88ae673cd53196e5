package tapwright.core.policy.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The instants that lie a whole number of periods after an origin, each counted from the origin and
 * not from the one before: 31 January, 28 February, 31 March.
 *
 * <p>The local time of day is kept. A day that the month lacks becomes its last. A time that the
 * clocks skip is moved forward by what they skip; of a time that comes twice the first is taken, as
 * {@link LocalDateTime#atZone} does.
 *
 * @param zone where dates and times of day are read
 * @param origin what is counted from
 * @param months the length of a period
 */
public record Anniversaries(ZoneId zone, Instant origin, int months) {

  /** A century: above any published term. */
  public static final int MOST_MONTHS = 1_200;

  public Anniversaries {
    if (months < 1 || months > MOST_MONTHS) {
      throw new IllegalArgumentException(
          "months is " + months + ", allowed are 1 to " + MOST_MONTHS);
    }
  }

  /** The first anniversary that is later than the instant; the origin itself is none. */
  public Instant after(Instant instant) {
    long number = Math.max(1, monthsUntil(instant) / months);
    while (!at(number).isAfter(instant)) {
      number++;
    }
    return at(number);
  }

  private long monthsUntil(Instant instant) {
    return ChronoUnit.MONTHS.between(local(origin), local(instant));
  }

  /** The anniversary of that number; the origin itself is number 0. */
  public Instant at(long number) {
    return number == 0
        ? origin
        : local(origin).plusMonths(number * months).atZone(zone).toInstant();
  }

  private LocalDateTime local(Instant instant) {
    return LocalDateTime.ofInstant(instant, zone);
  }
}
