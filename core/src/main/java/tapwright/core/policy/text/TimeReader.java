package tapwright.core.policy.text;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.regex.Pattern;
import tapwright.core.yaml.YamlNode;

/** Reads dates, times, zones and days of the week. */
public final class TimeReader {

  private static final Pattern INSTANT =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?(Z|[+-]\\d\\d:\\d\\d)");

  private TimeReader() {}

  /** An instant with its offset: without one it could be any of forty. */
  public static Instant instant(YamlNode node) {
    String text = node.text();
    if (INSTANT.matcher(text).matches()) {
      try {
        return OffsetDateTime.parse(text).toInstant();
      } catch (DateTimeException e) {
        throw node.wrong("a date and time that exist");
      }
    }
    throw node.wrong("a date and time with its offset, as 2026-03-04T23:59:59+05:30");
  }

  public static LocalDate date(YamlNode node) {
    try {
      return LocalDate.parse(node.text());
    } catch (DateTimeException e) {
      throw node.wrong("a date, as 2026-03-04");
    }
  }

  public static ZoneId zone(YamlNode node) {
    String text = node.text();
    if (!ZoneId.getAvailableZoneIds().contains(text)) {
      throw node.wrong("a zone of the tz database, as Asia/Kolkata");
    }
    return ZoneId.of(text);
  }

  public static DayOfWeek dayOfWeek(YamlNode node) {
    String text = node.text();
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().substring(0, 3).equals(text)) {
        return day;
      }
    }
    throw node.wrong("one of MON, TUE, WED, THU, FRI, SAT, SUN");
  }
}
