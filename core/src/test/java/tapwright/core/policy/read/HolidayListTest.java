package tapwright.core.policy.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tapwright.core.Checked;
import tapwright.core.policy.Samples;
import tapwright.core.policy.library.ShippedPacks;

class HolidayListTest {

  private static final String GOOD =
      """
      id: somewhere
      title: Some place
      years:
        2026:
          source: a notification of 2025
          asOf: 2026-01-02
          days:
            - {date: 2026-01-01, name: New Year}
            - {date: 2026-05-01, name: Labour Day, checked: one-source, note: as announced}
          notCounted:
            - {date: 2026-04-01, name: Bank closing, because: for banks only}
      """;

  /** What is changed in the good list, and the start of the message that follows. */
  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of("title:", "titel:", "h.yaml:2:1: key titel is not known; allowed are id,"),
        Arguments.of("2026:", "26:", "h.yaml:5:5: 26 is a mapping; allowed is under a year of"),
        Arguments.of(
            "    source: a notification of 2025\n",
            "",
            "h.yaml:5:5: 2026 has no key source; it must have one"),
        Arguments.of(
            "    asOf: 2026-01-02\n", "", "h.yaml:5:5: 2026 has no key asOf; it must have one"),
        Arguments.of(", name: New Year", "", "h.yaml:8:9: days has no key name; it must have one"),
        Arguments.of(
            "name: New Year",
            "nmae: New Year",
            "h.yaml:8:28: key nmae is not known; allowed are date, name, checked, note"),
        Arguments.of(
            "one-source",
            "no-source",
            "h.yaml:9:55: checked is \"no-source\"; allowed is one of two-sources, one-source"),
        Arguments.of(
            "2026-05-01",
            "2025-05-01",
            "h.yaml:9:16: date is \"2025-05-01\"; allowed is a date in 2026"),
        Arguments.of(
            "2026-05-01",
            "2026-01-01",
            "h.yaml:9:16: date is \"2026-01-01\"; allowed is a date after 2026-01-01"),
        Arguments.of(
            "2026-04-01",
            "2026-05-01",
            "h.yaml:11:16: date is \"2026-05-01\"; allowed is a date that the year does not list"),
        Arguments.of(
            "2026-05-01", "2026-02-30", "h.yaml:9:16: date is \"2026-02-30\"; allowed is a date,"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void fault_isRefusedWithItsPlace(String good, String bad, String message) {
    assertTrue(GOOD.contains(good), good);
    String text = GOOD.replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(bad));

    Checked<HolidayList> parsed = HolidayList.read("h.yaml", text);

    String seen = assertInstanceOf(Checked.Refused.class, parsed).refusal().message();
    assertTrue(seen.startsWith(message), seen);
  }

  @Test
  void goodList_keepsWhatIsKnownOfEachDay_andCountsOnlyItsHolidays() {
    HolidayList list = HolidayList.read("h.yaml", GOOD).orThrow();

    HolidayList.Year year = list.years().values().iterator().next();
    assertEquals("a notification of 2025", year.source());
    assertEquals(
        List.of(HolidayList.Corroboration.TWO_SOURCES, HolidayList.Corroboration.ONE_SOURCE),
        year.days().stream().map(HolidayList.Day::checked).toList());
    assertEquals("as announced", year.days().getLast().note());
    assertEquals("for banks only", year.notCounted().getFirst().because());
    assertEquals(
        Set.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 5, 1)),
        list.holidaysByYear().get(2026));
  }

  static Stream<HolidayList> shipped() {
    return ShippedPacks.holidayLists().values().stream();
  }

  @Test
  void shippedLists_areTheseOfThePlacesOfTheSellers() {
    assertEquals(
        List.of("unstated", "in-maharashtra", "sa", "id", "us-federal"),
        List.copyOf(ShippedPacks.holidayLists().keySet()));
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void shippedList_hasYearsWithoutAGap_eachWithItsSourceAndItsDates(HolidayList list) {
    List<Integer> years = List.copyOf(list.years().keySet());

    list.years()
        .forEach(
            (year, known) -> {
              assertFalse(known.source().isBlank(), list.id() + " " + year);
              assertFalse(known.days().isEmpty(), list.id() + " " + year);
              assertTrue(
                  known.days().stream().allMatch(day -> day.date().getYear() == year),
                  list.id() + " " + year);
            });
    if (!years.isEmpty()) {
      assertEquals(
          IntStream.rangeClosed(years.getFirst(), years.getLast()).boxed().toList(), years);
      assertTrue(list.reading() != null, list.id() + " says what it counts");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "in-maharashtra, 2025, 2026, 22",
    "sa, 2025, 2026, 10",
    "id, 2025, 2026, 17",
  })
  void announcedList_hasTheYearsAndTheCountOfItsNotifications(
      String id, int first, int last, int days) {
    HolidayList list = Samples.holidays(id);

    assertEquals(List.of(first, last), List.copyOf(list.years().keySet()));
    list.years().values().forEach(year -> assertEquals(days, year.days().size()));
  }

  @Test
  void oneSourceDates_areTheseAndNoOther() {
    Set<LocalDate> once =
        shipped()
            .flatMap(list -> list.years().values().stream())
            .flatMap(year -> year.days().stream())
            .filter(day -> day.checked() == HolidayList.Corroboration.ONE_SOURCE)
            .map(HolidayList.Day::date)
            .collect(Collectors.toSet());

    assertEquals(Set.of(LocalDate.of(2026, 5, 29)), once);
  }

  @Test
  void usFederal_isWhatTheStatuteSays() {
    HolidayList list = Samples.holidays("us-federal");

    assertEquals(
        IntStream.rangeClosed(2024, 2030).boxed().toList(), List.copyOf(list.years().keySet()));
    list.holidaysByYear()
        .forEach((year, dates) -> assertEquals(statutory(year), new TreeSet<>(dates)));
  }

  /** 5 USC 6103(a), with the Fridays and Mondays for holidays of this year and the next. */
  private static Set<LocalDate> statutory(int year) {
    Set<LocalDate> dates = new TreeSet<>();
    Stream.concat(named(year), Stream.of(LocalDate.of(year + 1, Month.JANUARY, 1)))
        .flatMap(date -> Stream.of(date, observed(date)))
        .filter(date -> date.getYear() == year)
        .forEach(dates::add);
    return dates;
  }

  private static Stream<LocalDate> named(int year) {
    return Stream.of(
        LocalDate.of(year, Month.JANUARY, 1),
        monday(year, Month.JANUARY, 3),
        monday(year, Month.FEBRUARY, 3),
        LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)),
        LocalDate.of(year, Month.JUNE, 19),
        LocalDate.of(year, Month.JULY, 4),
        monday(year, Month.SEPTEMBER, 1),
        monday(year, Month.OCTOBER, 2),
        LocalDate.of(year, Month.NOVEMBER, 11),
        LocalDate.of(year, Month.NOVEMBER, 1)
            .with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY)),
        LocalDate.of(year, Month.DECEMBER, 25));
  }

  private static LocalDate monday(int year, Month month, int number) {
    return LocalDate.of(year, month, 1)
        .with(TemporalAdjusters.dayOfWeekInMonth(number, DayOfWeek.MONDAY));
  }

  private static LocalDate observed(LocalDate date) {
    if (date.getDayOfWeek() == DayOfWeek.SATURDAY) {
      return date.minusDays(1);
    }
    return date.getDayOfWeek() == DayOfWeek.SUNDAY ? date.plusDays(1) : date;
  }
}
