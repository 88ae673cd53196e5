package tapwright.core.policy.explain;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;

/** Dates and times as explanations spell them, the same in every locale: {@code Mon 4 May 2026}. */
final class DateWords {

  private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  private DateWords() {}

  static String day(ZonedDateTime at) {
    return DAYS.get(at.getDayOfWeek().getValue() - 1)
        + " "
        + at.getDayOfMonth()
        + " "
        + MONTHS.get(at.getMonthValue() - 1)
        + " "
        + at.getYear();
  }

  /** Hours and minutes, and the seconds where there are any. */
  static String time(ZonedDateTime at) {
    LocalTime time = at.toLocalTime();
    String minute = twoDigits(time.getHour()) + ":" + twoDigits(time.getMinute());
    boolean full = time.getSecond() == 0 && time.getNano() == 0;
    return full ? minute : minute + ":" + twoDigits(time.getSecond());
  }

  private static String twoDigits(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }
}
