package tapwright.server.store.upkeep;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;

/** The monthly partitions of hits in PostgreSQL; a function of its own schema makes them. */
public final class Partitions {

  /** Takes hits of months that have no partition of their own. */
  public static final String OTHER = "hit_other";

  /** More months than there will be cards for; a clock that was further off is left in the rest. */
  private static final int MOST_MONTHS = 600;

  private Partitions() {}

  /** Makes those of the months in which another record has hits, the latest where they are many. */
  public static void makeFor(Session source, Session target) {
    source.list("SELECT DISTINCT at / 86400000000 FROM hit", row -> row.getLong(1)).stream()
        .map(day -> YearMonth.from(LocalDate.ofEpochDay(day)))
        .distinct()
        .sorted(Comparator.reverseOrder())
        .limit(MOST_MONTHS)
        .forEach(month -> target.number("SELECT make_hit_months(?, 1)", month.atDay(1)));
  }
}
