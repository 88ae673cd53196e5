package tapwright.agent.main.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tapwright.core.policy.library.HolidayLists;

/**
 * Holidays for the demo's seller in years for which none are on file yet, since a policy asks for
 * such a year and decides nothing: a sample, kept in the demo's own settings.
 */
final class SampleHolidays {

  private static final String LIST = "in-maharashtra";

  /** Month and day of holidays that fall on the same date each year. */
  private static final List<String> EACH_YEAR = List.of("01-26", "08-15", "10-02", "12-25");

  private SampleHolidays() {}

  /** Writes the years around today that are not on file into the settings of the folder. */
  static void write(Path folder, LocalDate today) {
    HolidayLists shipped = HolidayLists.shipped();
    List<Integer> years =
        Stream.of(today.getYear() - 1, today.getYear(), today.getYear() + 1)
            .filter(year -> !shipped.knows(LIST, year))
            .toList();
    if (years.isEmpty()) {
      return;
    }
    try {
      Path calendars = Files.createDirectories(folder.resolve("policies").resolve("calendars"));
      Files.writeString(calendars.resolve(LIST + ".yaml"), text(years));
    } catch (IOException e) {
      throw new DemoFault("cannot write the demo's holidays: " + e.getMessage(), e);
    }
  }

  private static String text(List<Integer> years) {
    return """
    # Sample holidays for the demo: no years for business.
    id: in-maharashtra
    title: Sample holidays of the demo
    reading: {chosen: holidays with a fixed date, rejected: [], because: the demo needs some}
    years:
    """
        + years.stream().map(SampleHolidays::year).collect(Collectors.joining());
  }

  private static String year(int year) {
    return "  "
        + year
        + ":\n    source: a sample\n    asOf: "
        + year
        + "-01-01\n    days:\n"
        + EACH_YEAR.stream()
            .map(day -> "      - {date: " + year + "-" + day + ", name: a sample}\n")
            .collect(Collectors.joining());
  }
}
