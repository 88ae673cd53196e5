package tapwright.server.store.upkeep;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The monthly partitions of hits in PostgreSQL; a function of its own schema makes them. */
final class Partitions {

  /** Takes hits of months that have no partition of their own. */
  static final String OTHER = "hit_other";

  /** More months than there will be cards for; a clock that was further off is left in the rest. */
  private static final int MOST_MONTHS = 600;

  private Partitions() {}

  /** Makes those for all months between the two instants. */
  static void make(Session session, Instant first, Instant last) {
    LocalDate from = LocalDate.ofInstant(first, ZoneOffset.UTC);
    LocalDate to = LocalDate.ofInstant(last, ZoneOffset.UTC);
    long months = ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(to)) + 1;
    session.number("SELECT make_hit_months(?, ?)", from, (int) Math.min(months, MOST_MONTHS));
  }

  /** Makes those that the hits of another record need. */
  static void makeFor(Session source, Session target) {
    if (source.number("SELECT count(*) FROM (SELECT 1 FROM hit LIMIT 1) AS any_hit") > 0) {
      make(
          target,
          Instant.EPOCH.plus(source.number("SELECT min(at) FROM hit"), ChronoUnit.MICROS),
          Instant.EPOCH.plus(source.number("SELECT max(at) FROM hit"), ChronoUnit.MICROS));
    }
  }
}
