package tapwright.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static tapwright.core.policy.Samples.at;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarTest {

  private static final Set<DayOfWeek> MON_TO_FRI =
      EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

  private static final Calendar NEW_YORK =
      Calendar.complete(
          ZoneId.of("America/New_York"), MON_TO_FRI, Set.of(LocalDate.of(2026, 7, 3)));

  @ParameterizedTest
  @CsvSource({
    // The clocks go forward on 2026-03-08: 48 hours end at 19:00, two days at midnight.
    "HOURS, 48, 2026-03-06T18:00:00-05:00, 2026-03-08T19:00:00-04:00",
    "CALENDAR_DAYS, 2, 2026-03-06T18:00:00-05:00, 2026-03-09T00:00:00-04:00",
    "HOURS, 24, 2026-10-31T18:00:00-04:00, 2026-11-01T17:00:00-05:00",
    "CALENDAR_DAYS, 7, 2026-02-25T23:50:00-05:00, 2026-03-05T00:00:00-05:00",
    "CALENDAR_DAYS, 3, 2028-02-26T12:00:00-05:00, 2028-03-01T00:00:00-05:00",
    "BUSINESS_DAYS, 1, 2026-07-02T09:00:00-04:00, 2026-07-07T00:00:00-04:00",
    "BUSINESS_DAYS, 5, 2026-03-05T10:00:00-05:00, 2026-03-13T00:00:00-04:00",
    "BUSINESS_DAYS, 1, 2026-03-07T10:00:00-05:00, 2026-03-10T00:00:00-04:00"
  })
  void span_endsWithItsLastDay(Unit unit, int count, String from, String end) {
    Span span = new Span(unit, count, FirstDay.EXCLUDED, LastDay.END_OF_DAY);

    assertEquals(new Moment.Known(at(end)), NEW_YORK.endOf(span, at(from)));
  }

  @Test
  void firstDayCounted_endsADayEarlier() {
    Span span = new Span(Unit.CALENDAR_DAYS, 7, FirstDay.COUNTED, LastDay.END_OF_DAY);

    assertEquals(
        new Moment.Known(at("2026-03-04T00:00:00-05:00")),
        NEW_YORK.endOf(span, at("2026-02-25T23:50:00-05:00")));
  }

  @Test
  void lastDayOnAWeekend_rollsOnlyWhereTheSpanSaysSo() {
    Instant friday = at("2026-03-06T10:00:00-05:00");

    assertEquals(
        new Moment.Known(at("2026-03-08T00:00:00-05:00")),
        NEW_YORK.endOf(days(1, LastDay.END_OF_DAY), friday));
    assertEquals(
        new Moment.Known(at("2026-03-10T00:00:00-04:00")),
        NEW_YORK.endOf(days(1, LastDay.NEXT_BUSINESS_DAY), friday));
  }

  @Test
  void businessDays_intoAYearThatIsNotOnFile_needThatYear() {
    Calendar known2026 =
        Calendar.ofYears(ZoneId.of("Asia/Kolkata"), MON_TO_FRI, Map.of(2026, Set.of()));
    Span five = new Span(Unit.BUSINESS_DAYS, 5, FirstDay.EXCLUDED, LastDay.END_OF_DAY);

    assertEquals(
        new Moment.NeedsYear(2027), known2026.endOf(five, at("2026-12-29T10:00:00+05:30")));
    assertEquals(
        new Moment.Known(at("2026-12-30T00:00:00+05:30")),
        known2026.endOf(five, at("2026-12-22T10:00:00+05:30")));
  }

  @Test
  void calendarDays_needNoHolidays() {
    Calendar nothingKnown = Calendar.ofYears(ZoneId.of("Asia/Kolkata"), MON_TO_FRI, Map.of());

    assertEquals(
        new Moment.Known(at("2026-12-31T00:00:00+05:30")),
        nothingKnown.endOf(days(1, LastDay.END_OF_DAY), at("2026-12-29T10:00:00+05:30")));
  }

  @Test
  void hash_differsWithZoneWeekAndHolidays() {
    Calendar same =
        Calendar.complete(
            ZoneId.of("America/New_York"), MON_TO_FRI, Set.of(LocalDate.of(2026, 7, 3)));
    Calendar otherDay =
        Calendar.complete(
            ZoneId.of("America/New_York"), MON_TO_FRI, Set.of(LocalDate.of(2026, 7, 4)));
    Calendar notComplete =
        Calendar.ofYears(
            ZoneId.of("America/New_York"),
            MON_TO_FRI,
            Map.of(2026, Set.of(LocalDate.of(2026, 7, 3))));

    assertEquals(NEW_YORK.sha256(), same.sha256());
    assertEquals(3, Set.of(NEW_YORK.sha256(), otherDay.sha256(), notComplete.sha256()).size());
  }

  @Test
  void weekWithoutADay_isADefect() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Calendar.complete(ZoneId.of("UTC"), Set.of(), Set.of()));
  }

  private static Span days(int count, LastDay last) {
    return new Span(Unit.CALENDAR_DAYS, count, FirstDay.EXCLUDED, last);
  }
}
