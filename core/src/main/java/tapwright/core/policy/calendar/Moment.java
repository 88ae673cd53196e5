package tapwright.core.policy.calendar;

import java.time.Instant;

/** An instant that a calendar gives, or the year whose holidays it would need for it. */
public sealed interface Moment {

  /**
   * The instant.
   *
   * @param at when
   */
  record Known(Instant at) implements Moment {}

  /**
   * The calendar has no holidays of a year, which is not the same as a year without holidays.
   *
   * @param year the first such year
   */
  record NeedsYear(int year) implements Moment {}
}
