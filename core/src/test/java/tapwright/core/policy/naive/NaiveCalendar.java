package tapwright.core.policy.naive;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Counts days one by one.
 *
 * @param zone where
 * @param week the working days, as MON
 * @param holidays the holidays of each year on file
 * @param complete whether years that are not on file have no holidays, instead of unknown ones
 */
public record NaiveCalendar(
    ZoneId zone, Set<String> week, Map<Integer, Set<LocalDate>> holidays, boolean complete) {

  /**
   * The end of a stretch of time.
   *
   * @param at the first instant after it; null where it cannot be counted
   * @param year the year whose holidays would have to be known; null where they are
   */
  record End(@Nullable Instant at, @Nullable Integer year) {}

  /** The calendar of a pack; holidays of a file are found by its name. */
  static NaiveCalendar of(Plain calendar, Plain holidayFile) {
    Map<Integer, Set<LocalDate>> holidays = new HashMap<>();
    holidayFile
        .at("years")
        .entries()
        .forEach((year, days) -> holidays.put(Integer.valueOf(year), dates(days)));
    return new NaiveCalendar(
        ZoneId.of(calendar.at("zone").text()),
        new TreeSet<>(calendar.at("week").words()),
        holidays,
        false);
  }

  private static Set<LocalDate> dates(Plain days) {
    Set<LocalDate> dates = new HashSet<>();
    for (Plain day : days.isMap() ? days.at("days").items() : days.items()) {
      dates.add(LocalDate.parse(day.isMap() ? day.at("date").text() : day.text()));
    }
    return dates;
  }

  LocalDate dateOf(Instant instant) {
    return instant.atZone(zone).toLocalDate();
  }

  /** The end of a span that runs from an instant. */
  End after(Plain span, Instant start) {
    if (span.has("hours")) {
      return new End(start.plus(Duration.ofHours(span.at("hours").number())), null);
    }
    boolean business = span.has("business-days");
    int left = span.at(business ? "business-days" : "calendar-days").number();
    LocalDate day = dateOf(start);
    if (span.at("first").text().equals("counted")) {
      day = day.minusDays(1);
    }
    while (left > 0) {
      day = day.plusDays(1);
      if (business && !isOnFile(day)) {
        return new End(null, day.getYear());
      }
      if (!business || isWorkingDay(day)) {
        left--;
      }
    }
    return span.at("last").text().equals("next-business-day") ? rolled(day) : end(day);
  }

  /** A last day on which nobody works moves to the next on which somebody does. */
  private End rolled(LocalDate last) {
    LocalDate day = last;
    while (isOnFile(day) && !isWorkingDay(day)) {
      day = day.plusDays(1);
    }
    return isOnFile(day) ? end(day) : new End(null, day.getYear());
  }

  /** The end of a notice that must be given a span before an instant. */
  End before(Plain span, Instant event) {
    if (span.has("hours")) {
      return new End(event.minus(Duration.ofHours(span.at("hours").number())), null);
    }
    boolean business = span.has("business-days");
    int left = span.at(business ? "business-days" : "calendar-days").number();
    LocalDate day = dateOf(event);
    while (left > 0) {
      day = day.minusDays(1);
      if (business && !isOnFile(day)) {
        return new End(null, day.getYear());
      }
      if (!business || isWorkingDay(day)) {
        left--;
      }
    }
    return end(day);
  }

  private End end(LocalDate day) {
    return new End(startOf(day.plusDays(1)), null);
  }

  Instant startOf(LocalDate day) {
    return LocalDateTime.of(day, LocalTime.MIDNIGHT).atZone(zone).toInstant();
  }

  private boolean isOnFile(LocalDate day) {
    return complete || holidays.containsKey(day.getYear());
  }

  private boolean isWorkingDay(LocalDate day) {
    DayOfWeek weekday = day.getDayOfWeek();
    return week.contains(weekday.name().substring(0, 3))
        && !holidays.getOrDefault(day.getYear(), Set.of()).contains(day);
  }

  /** The same day some months later, or the month's last where it has no such day. */
  Instant monthsAfter(Instant origin, int months) {
    LocalDateTime local = origin.atZone(zone).toLocalDateTime();
    int count = local.getYear() * 12 + local.getMonthValue() - 1 + months;
    YearMonth month = YearMonth.of(count / 12, count % 12 + 1);
    LocalDate day = month.atDay(Math.min(local.getDayOfMonth(), month.lengthOfMonth()));
    return day.atTime(local.toLocalTime()).atZone(zone).toInstant();
  }
}
