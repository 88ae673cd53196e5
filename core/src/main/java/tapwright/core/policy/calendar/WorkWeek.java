package tapwright.core.policy.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import tapwright.core.policy.text.TimeReader;
import tapwright.core.yaml.YamlMap;
import tapwright.core.yaml.YamlNode;

/**
 * The days of the week that are worked, which a place may change: Saudi Arabia moved its weekend
 * from Thursday and Friday to Friday and Saturday on 29 June 2013 (Royal Order A/185).
 *
 * @param patterns the working days from each date on; the first date is {@link #BEGINNING}, so that
 *     no day is without a pattern
 */
public record WorkWeek(NavigableMap<LocalDate, Set<DayOfWeek>> patterns) {

  /** Stands for the start of time; the pattern from here on holds for earlier dates too. */
  public static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);

  public WorkWeek {
    if (patterns.isEmpty() || !patterns.firstKey().equals(BEGINNING)) {
      throw new IllegalArgumentException(
          "patterns start on " + patterns.keySet() + ", the first must start on " + BEGINNING);
    }
    NavigableMap<LocalDate, Set<DayOfWeek>> copy = new TreeMap<>();
    patterns.forEach((from, days) -> copy.put(from, someDays(days)));
    patterns = Collections.unmodifiableNavigableMap(copy);
  }

  /** The same days in every week. */
  public static WorkWeek always(Set<DayOfWeek> days) {
    NavigableMap<LocalDate, Set<DayOfWeek>> one = new TreeMap<>();
    one.put(BEGINNING, days);
    return new WorkWeek(one);
  }

  private static Set<DayOfWeek> someDays(Set<DayOfWeek> days) {
    if (days.isEmpty()) {
      throw new IllegalArgumentException("week has no day, allowed are one to seven");
    }
    return Collections.unmodifiableSet(EnumSet.copyOf(days));
  }

  /** Reads a list of days, or a list of patterns in the order of their dates. */
  public static WorkWeek read(YamlNode node) {
    List<YamlNode> items = node.list();
    return items.isEmpty() || !items.getFirst().isMap()
        ? always(days(node))
        : new WorkWeek(changing(items));
  }

  private static NavigableMap<LocalDate, Set<DayOfWeek>> changing(List<YamlNode> items) {
    NavigableMap<LocalDate, Set<DayOfWeek>> patterns = new TreeMap<>();
    for (YamlNode item : items) {
      YamlMap map = item.map("from", "days");
      YamlNode from = map.required("from");
      LocalDate date = TimeReader.date(from);
      if (patterns.isEmpty() && !date.equals(BEGINNING)) {
        throw from.wrong(BEGINNING + " in the first pattern, so that no day is without one");
      }
      if (!patterns.isEmpty() && !date.isAfter(patterns.lastKey())) {
        throw from.wrong("a date after " + patterns.lastKey());
      }
      patterns.put(date, days(map.required("days")));
    }
    return patterns;
  }

  /** Reads a list of days that holds for ever. */
  public static Set<DayOfWeek> days(YamlNode node) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    node.list().forEach(day -> days.add(TimeReader.dayOfWeek(day)));
    if (days.isEmpty()) {
      throw node.wrong("a list of one to seven days, as [MON, TUE]");
    }
    return days;
  }

  /** Whether the date is worked, holidays aside. */
  boolean includes(LocalDate date) {
    LocalDate from = date.isBefore(BEGINNING) ? BEGINNING : date;
    return patterns.floorEntry(from).getValue().contains(date.getDayOfWeek());
  }

  /** The days, and after each date of change the days from then on. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(patterns.firstEntry().getValue().toString());
    patterns
        .tailMap(BEGINNING, false)
        .forEach((from, days) -> text.append("; from ").append(from).append(' ').append(days));
    return text.toString();
  }
}
