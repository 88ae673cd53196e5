package tapwright.core.policy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tapwright.core.Bytes;

/** A zone, a working week and the holidays of the years that are known, with their arithmetic. */
public final class Calendar {

  private final ZoneId zone;
  private final Set<DayOfWeek> week;
  private final Map<Integer, Set<LocalDate>> holidaysByYear;
  private final boolean everyYearKnown;
  private final Bytes sha256;

  private Calendar(
      ZoneId zone,
      Set<DayOfWeek> week,
      Map<Integer, Set<LocalDate>> holidaysByYear,
      boolean everyYearKnown) {
    if (week.isEmpty()) {
      throw new IllegalArgumentException("week has no day, allowed are one to seven");
    }
    this.zone = zone;
    this.week = EnumSet.copyOf(week);
    this.holidaysByYear = new TreeMap<>();
    holidaysByYear.forEach((year, dates) -> this.holidaysByYear.put(year, new TreeSet<>(dates)));
    this.everyYearKnown = everyYearKnown;
    this.sha256 = Bytes.ofUtf8(toText()).sha256();
  }

  /** A calendar that knows the holidays of these years and of no other. */
  public static Calendar ofYears(
      ZoneId zone, Set<DayOfWeek> week, Map<Integer, Set<LocalDate>> holidaysByYear) {
    return new Calendar(zone, week, holidaysByYear, false);
  }

  /** A calendar whose holidays are all there are, in every year. */
  public static Calendar complete(ZoneId zone, Set<DayOfWeek> week, Set<LocalDate> holidays) {
    Map<Integer, Set<LocalDate>> byYear = new TreeMap<>();
    holidays.forEach(day -> byYear.computeIfAbsent(day.getYear(), y -> new TreeSet<>()).add(day));
    return new Calendar(zone, week, byYear, true);
  }

  /** The same holidays, said to be complete for every year, in this zone and week. */
  Calendar completeIn(ZoneId otherZone, Set<DayOfWeek> otherWeek) {
    return new Calendar(otherZone, otherWeek, holidaysByYear, true);
  }

  public ZoneId zone() {
    return zone;
  }

  Set<DayOfWeek> week() {
    return EnumSet.copyOf(week);
  }

  /** The first instant after a span that starts with the anchor (H1 to H4, S11). */
  Moment endOf(Span span, Instant anchor) {
    if (span.unit() == Unit.HOURS) {
      return new Moment.Known(anchor.plusSeconds(span.count() * 3600L));
    }
    LocalDate start = LocalDate.ofInstant(anchor, zone);
    LocalDate dayBefore = span.firstDay() == FirstDay.COUNTED ? start.minusDays(1) : start;
    return switch (span.unit()) {
      case BUSINESS_DAYS -> afterBusinessDays(dayBefore, span.count());
      case CALENDAR_DAYS, HOURS -> afterCalendarDays(dayBefore.plusDays(span.count()), span);
    };
  }

  private Moment afterCalendarDays(LocalDate last, Span span) {
    return switch (span.lastDay()) {
      case END_OF_DAY -> new Moment.Known(endOfDay(last));
      case NEXT_BUSINESS_DAY -> afterBusinessDays(last.minusDays(1), 1);
    };
  }

  private Moment afterBusinessDays(LocalDate dayBefore, int count) {
    LocalDate day = dayBefore;
    for (int left = count; left > 0; ) {
      day = day.plusDays(1);
      if (!isYearKnown(day.getYear())) {
        return new Moment.NeedsYear(day.getYear());
      }
      if (isBusinessDay(day)) {
        left--;
      }
    }
    return new Moment.Known(endOfDay(day));
  }

  /** The date in the calendar's zone. */
  LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }

  Moment endOfNotice(Span span, Instant event) {
    if (span.unit() == Unit.HOURS) {
      return new Moment.Known(event.minusSeconds(span.count() * 3600L));
    }
    LocalDate day = dayOf(event);
    for (int left = span.count(); left > 0; ) {
      day = day.minusDays(1);
      if (span.unit() == Unit.BUSINESS_DAYS && !isYearKnown(day.getYear())) {
        return new Moment.NeedsYear(day.getYear());
      }
      if (span.unit() == Unit.CALENDAR_DAYS || isBusinessDay(day)) {
        left--;
      }
    }
    return new Moment.Known(endOfDay(day));
  }

  Instant anniversaryAfter(Instant origin, int months, Instant after) {
    for (int k = 1; ; k++) {
      Instant at = origin.atZone(zone).plusMonths((long) k * months).toInstant();
      if (at.isAfter(after)) {
        return at;
      }
    }
  }

  private boolean isYearKnown(int year) {
    return everyYearKnown || holidaysByYear.containsKey(year);
  }

  private boolean isBusinessDay(LocalDate day) {
    return week.contains(day.getDayOfWeek())
        && !holidaysByYear.getOrDefault(day.getYear(), Set.of()).contains(day);
  }

  private Instant endOfDay(LocalDate day) {
    return day.plusDays(1).atStartOfDay(zone).toInstant();
  }

  Bytes sha256() {
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
