package tapwright.core.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * From when a version of a policy binds, and which event must lie in that time.
 *
 * @param from the first date
 * @param by the event that picks the version
 */
record InForce(LocalDate from, Event by) {

  Instant start(ZoneId zone) {
    return from.atStartOfDay(zone).toInstant();
  }
}
