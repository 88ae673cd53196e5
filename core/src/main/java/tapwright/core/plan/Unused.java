package tapwright.core.plan;

import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import tapwright.core.policy.Money;

/**
 * How much of a stretch of time lies ahead, by days of the seller's zone, of which the day that
 * runs is one: the rule of clause C3, where doubt is read for the customer.
 *
 * @param days what lies ahead
 * @param ofDays the whole stretch, 1 or more
 */
record Unused(long days, long ofDays) {

  static Unused of(Instant from, Instant until, Instant at, ZoneId zone) {
    LocalDate last = LocalDate.ofInstant(until, zone);
    long all = Math.max(1, ChronoUnit.DAYS.between(LocalDate.ofInstant(from, zone), last));
    long ahead = ChronoUnit.DAYS.between(LocalDate.ofInstant(at, zone), last);
    return new Unused(Math.clamp(ahead, 0, all), all);
  }

  /** Its share of a price to be given back, rounded up to the smallest unit. */
  Money back(Money price) {
    return price.share(days, ofDays, RoundingMode.UP);
  }

  /** Its share of a price to be charged, rounded down to the smallest unit. */
  Money charged(Money price) {
    return price.share(days, ofDays, RoundingMode.DOWN);
  }
}
