package tapwright.core.policy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The holidays of a place, year by year.
 *
 * @param id its name, by which packs refer to it
 * @param years the holidays of each year that is on file; another year is unknown, not free of them
 */
record HolidayList(String id, Map<Integer, Set<LocalDate>> years) {

  HolidayList {
    years = Map.copyOf(years);
  }

  static Parsed<HolidayList> read(String file, String text) {
    return Parsed.of(
        () -> {
          YamlMap root = YamlNode.parse(file, text).map("id", "title", "source", "years");
          root.required("title").text();
          root.required("source").text();
          return new HolidayList(root.required("id").text(), years(root.required("years")));
        });
  }

  private static Map<Integer, Set<LocalDate>> years(YamlNode node) {
    Map<Integer, Set<LocalDate>> years = new LinkedHashMap<>();
    node.names()
        .entries()
        .forEach((year, dates) -> years.put(yearOf(year, dates), datesIn(year, dates)));
    return years;
  }

  private static int yearOf(String year, YamlNode dates) {
    if (!year.matches("[12]\\d{3}")) {
      throw dates.wrong("under a year of four digits");
    }
    return Integer.parseInt(year);
  }

  private static Set<LocalDate> datesIn(String year, YamlNode dates) {
    Set<LocalDate> days = new TreeSet<>();
    for (YamlNode item : dates.list()) {
      LocalDate day = item.date();
      if (day.getYear() != yearOf(year, dates)) {
        throw item.wrong("a date in " + year);
      }
      days.add(day);
    }
    return days;
  }
}
