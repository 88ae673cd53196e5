package tapwright.core.policy.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tapwright.core.Bytes;

/** A zone, a working week and the holidays of the years that are known, with their arithmetic. */
public final class Calendar {

  private final ZoneId zone;
  private final WorkWeek week;
  private final Map<Integer, Set<LocalDate>> holidaysByYear;
  private final boolean everyYearKnown;
  private final Bytes sha256;

  private Calendar(
      ZoneId zone,
      WorkWeek week,
      Map<Integer, Set<LocalDate>> holidaysByYear,
      boolean everyYearKnown) {
    this.zone = zone;
    this.week = week;
    this.holidaysByYear = new TreeMap<>();
    holidaysByYear.forEach((year, dates) -> this.holidaysByYear.put(year, new TreeSet<>(dates)));
    this.everyYearKnown = everyYearKnown;
    this.sha256 = Bytes.ofUtf8(toText()).sha256();
  }

  /** A calendar that knows the holidays of these years and of no other. */
  public static Calendar ofYears(
      ZoneId zone, WorkWeek week, Map<Integer, Set<LocalDate>> holidaysByYear) {
    return new Calendar(zone, week, holidaysByYear, false);
  }

  /** The same with one working week for ever. */
  public static Calendar ofYears(
      ZoneId zone, Set<DayOfWeek> week, Map<Integer, Set<LocalDate>> holidaysByYear) {
    return ofYears(zone, WorkWeek.always(week), holidaysByYear);
  }

  /** A calendar whose holidays are all there are, in every year. */
  public static Calendar complete(ZoneId zone, WorkWeek week, Set<LocalDate> holidays) {
    Map<Integer, Set<LocalDate>> byYear = new TreeMap<>();
    holidays.forEach(day -> byYear.computeIfAbsent(day.getYear(), y -> new TreeSet<>()).add(day));
    return new Calendar(zone, week, byYear, true);
  }

  /** The same with one working week for ever. */
  public static Calendar complete(ZoneId zone, Set<DayOfWeek> week, Set<LocalDate> holidays) {
    return complete(zone, WorkWeek.always(week), holidays);
  }

  /** The same holidays, said to be complete for every year, in this zone and week. */
  public Calendar completeIn(ZoneId otherZone, WorkWeek otherWeek) {
    return new Calendar(otherZone, otherWeek, holidaysByYear, true);
  }

  public ZoneId zone() {
    return zone;
  }

  public WorkWeek week() {
    return week;
  }

  /** The first instant after a span that starts with the anchor (H1 to H4, S11). */
  public Moment endOf(Span span, Instant anchor) {
    if (span.unit() == Unit.HOURS) {
      return new Moment.Known(anchor.plusSeconds(span.count() * 3600L));
    }
    LocalDate start = LocalDate.ofInstant(anchor, zone);
    LocalDate dayBefore = span.firstDay() == FirstDay.COUNTED ? start.minusDays(1) : start;
    return switch (span.unit()) {
      case BUSINESS_DAYS -> endOfBusinessDay(dayBefore, span.count(), Direction.FORWARD);
      case CALENDAR_DAYS, HOURS -> afterCalendarDays(dayBefore.plusDays(span.count()), span);
    };
  }

  /**
   * The first instant after the time for a notice that must come at least this long before an
   * event. The event's date is not counted, and the last day for the notice runs to its end: five
   * business days before a Monday is the end of the Monday before. A notice at the instant itself
   * is late (H1), also where hours are counted.
   */
  public Moment endOfNotice(Unit unit, int count, Instant event) {
    if (count < 1 || count > Span.MOST) {
      throw new IllegalArgumentException("count is " + count + ", allowed are 1 to " + Span.MOST);
    }
    LocalDate date = LocalDate.ofInstant(event, zone);
    return switch (unit) {
      case HOURS -> new Moment.Known(event.minusSeconds(count * 3600L));
      case CALENDAR_DAYS -> new Moment.Known(endOfDay(date.minusDays(count)));
      case BUSINESS_DAYS -> endOfBusinessDay(date, count, Direction.BACKWARD);
    };
  }

  /**
   * The first {@link Anniversaries anniversary} of the origin, in this zone, on a later day than
   * that of an instant: what falls on one day is one anniversary, whatever the time of day.
   */
  public Instant anniversaryAfterDayOf(Instant instant, Instant origin, int months) {
    Instant lastOfDay = endOfDay(LocalDate.ofInstant(instant, zone)).minusNanos(1);
    return new Anniversaries(zone, origin, months).after(lastOfDay);
  }

  private Moment afterCalendarDays(LocalDate last, Span span) {
    return switch (span.lastDay()) {
      case END_OF_DAY -> new Moment.Known(endOfDay(last));
      case NEXT_BUSINESS_DAY -> endOfBusinessDay(last.minusDays(1), 1, Direction.FORWARD);
    };
  }

  /** The end of the last of so many business days, counted from a date that does not count. */
  private Moment endOfBusinessDay(LocalDate uncounted, int count, Direction direction) {
    LocalDate day = uncounted;
    for (int left = count; left > 0; ) {
      day = day.plusDays(direction.days);
      if (!isYearKnown(day.getYear())) {
        return new Moment.NeedsYear(day.getYear());
      }
      if (isBusinessDay(day)) {
        left--;
      }
    }
    return new Moment.Known(endOfDay(day));
  }

  private enum Direction {
    FORWARD(1),
    BACKWARD(-1);

    private final int days;

    Direction(int days) {
      this.days = days;
    }
  }

  private boolean isYearKnown(int year) {
    return everyYearKnown || holidaysByYear.containsKey(year);
  }

  private boolean isBusinessDay(LocalDate day) {
    return week.includes(day)
        && !holidaysByYear.getOrDefault(day.getYear(), Set.of()).contains(day);
  }

  private Instant endOfDay(LocalDate day) {
    return day.plusDays(1).atStartOfDay(zone).toInstant();
  }

  public Bytes sha256() {
    return sha256;
  }

  /** The whole calendar as text: what the hash of a decision is taken from. */
  private String toText() {
    return "zone "
        + zone.getId()
        + "\nweek "
        + week
        + "\nevery year known "
        + everyYearKnown
        + "\nholidays "
        + holidaysByYear
        + "\n";
  }
}
