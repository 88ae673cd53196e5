package tapwright.core.policy.pack;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import tapwright.core.policy.fact.Event;

/**
 * From when a version of a policy binds, and which event must lie in that time.
 *
 * @param from the first date by its text
 * @param posted the date on which it was published; null where that is not on file
 * @param by the event that picks the version
 * @param clause the clause that says so; null where no clause does
 * @param notice the warning that must come before a change; null where the text promises none
 */
public record InForce(
    LocalDate from,
    @Nullable LocalDate posted,
    Event by,
    @Nullable String clause,
    @Nullable Notice notice) {

  /**
   * The warning that a text promises before a change.
   *
   * @param days how many calendar days before the change takes effect
   * @param given the date on which this version was announced; null where that is not on file
   */
  public record Notice(int days, @Nullable LocalDate given) {

    /** Whether the version was announced, and early enough to bind from that date. */
    public boolean isKept(LocalDate from) {
      return given != null && !given.plusDays(days).isAfter(from);
    }
  }

  /** A text binds neither before its own date nor before it was published. */
  public LocalDate firstDay() {
    return posted != null && posted.isAfter(from) ? posted : from;
  }

  Instant start(ZoneId zone) {
    return firstDay().atStartOfDay(zone).toInstant();
  }
}
