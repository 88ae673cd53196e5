package tapwright.core.policy.read;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tapwright.core.Checked;
import tapwright.core.policy.Word;
import tapwright.core.policy.pack.Interpretation;

/**
 * The holidays of a place, year by year, with where each year is taken from.
 *
 * @param id its name, by which packs refer to it
 * @param title its name for people
 * @param reading which days were taken as holidays and which were not; null where no day is listed
 * @param years what is on file; another year is unknown, not free of holidays
 */
public record HolidayList(
    String id, String title, @Nullable Interpretation reading, SortedMap<Integer, Year> years) {

  public HolidayList {
    years = Collections.unmodifiableSortedMap(new TreeMap<>(years));
  }

  public static Checked<HolidayList> read(String file, String text) {
    return HolidayListReader.read(file, text);
  }

  /** The dates that are holidays, by year. */
  public Map<Integer, Set<LocalDate>> holidaysByYear() {
    Map<Integer, Set<LocalDate>> dates = new TreeMap<>();
    years.forEach((number, year) -> dates.put(number, year.dates()));
    return dates;
  }

  /**
   * One year.
   *
   * @param source the law, notification or announcement that sets its days
   * @param asOf the date of the newest report that was consulted; a later change is not in
   * @param days the holidays, in their order
   * @param notCounted days that look like holidays but are none by the list's reading
   */
  public record Year(String source, LocalDate asOf, List<Day> days, List<NotCounted> notCounted) {

    public Year {
      days = List.copyOf(days);
      notCounted = List.copyOf(notCounted);
    }

    private Set<LocalDate> dates() {
      return days.stream().map(Day::date).collect(Collectors.toUnmodifiableSet());
    }
  }

  /**
   * A holiday.
   *
   * @param date when
   * @param name what it is for
   * @param checked how well the date is known
   * @param note what remains uncertain; may be null
   */
  record Day(LocalDate date, String name, Corroboration checked, @Nullable String note) {}

  /**
   * A day on which some do not work, or work elsewhere.
   *
   * @param date when
   * @param name what it is called
   * @param because why it is counted as a business day all the same
   */
  record NotCounted(LocalDate date, String name, String because) {}

  /** How well a date is known. */
  enum Corroboration implements Word {
    /** Two reports that do not depend on each other give the same date. */
    TWO_SOURCES,
    /** One report, or a rule that was applied without a report of the outcome. */
    ONE_SOURCE
  }
}
