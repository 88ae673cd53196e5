package tapwright.core.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * How a subscription is kept, as it was agreed when it began.
 *
 * @param zone the seller's, in which dates and times of day are read
 * @param withdrawalDays how many days after an upgrade it can be undone
 * @param graceDays how many days after a payment failed the plan still runs
 * @param remindDays how many days before a renewal it is told; 0 for never
 */
public record Terms(ZoneId zone, int withdrawalDays, int graceDays, int remindDays) {

  /** A year: above any published window. */
  public static final int MOST_DAYS = 366;

  public Terms {
    requireDays("withdrawalDays", withdrawalDays);
    requireDays("graceDays", graceDays);
    requireDays("remindDays", remindDays);
  }

  private static void requireDays(String name, int days) {
    if (days < 0 || days > MOST_DAYS) {
      throw new IllegalArgumentException(name + " is " + days + ", allowed are 0 to " + MOST_DAYS);
    }
  }

  /** The first instant after so many days, of which the day of the instant is none. */
  Instant daysAfter(Instant instant, int days) {
    return date(instant).plusDays(days + 1L).atStartOfDay(zone).toInstant();
  }

  /** When the day begins that is so many days before the instant's. */
  Instant daysBefore(Instant instant, int days) {
    return date(instant).minusDays(days).atStartOfDay(zone).toInstant();
  }

  private LocalDate date(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }
}
