package tapwright.core.policy.calendar;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.core.policy.Samples;

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

  @ParameterizedTest
  @CsvSource({
    "BUSINESS_DAYS, 5, 2026-06-15T12:00:00-04:00, 2026-06-09T00:00:00-04:00",
    "BUSINESS_DAYS, 5, 2026-07-06T12:00:00-04:00, 2026-06-27T00:00:00-04:00",
    // An event on a Sunday: Friday is the first business day before it.
    "BUSINESS_DAYS, 1, 2026-06-14T00:00:00-04:00, 2026-06-13T00:00:00-04:00",
    // The hour of the event does not matter to days.
    "BUSINESS_DAYS, 5, 2026-06-15T00:00:00-04:00, 2026-06-09T00:00:00-04:00",
    "BUSINESS_DAYS, 5, 2026-06-15T23:59:59-04:00, 2026-06-09T00:00:00-04:00",
    "CALENDAR_DAYS, 5, 2026-06-15T12:00:00-04:00, 2026-06-11T00:00:00-04:00",
    "CALENDAR_DAYS, 1, 2026-03-09T12:00:00-04:00, 2026-03-09T00:00:00-04:00",
    "CALENDAR_DAYS, 2, 2026-03-09T12:00:00-04:00, 2026-03-08T00:00:00-05:00",
    "CALENDAR_DAYS, 1, 2028-03-01T12:00:00-05:00, 2028-03-01T00:00:00-05:00",
    "HOURS, 24, 2026-03-08T18:00:00-04:00, 2026-03-07T17:00:00-05:00",
    "HOURS, 24, 2026-11-01T18:00:00-05:00, 2026-10-31T19:00:00-04:00"
  })
  void notice_mayComeUntilTheEndOfItsLastDay(Unit unit, int count, String event, String end) {
    assertEquals(new Moment.Known(at(end)), NEW_YORK.endOfNotice(unit, count, at(event)));
  }

  @Test
  void notice_withTheShippedHolidays_isTheSame() {
    Calendar federal =
        Calendar.ofYears(
            ZoneId.of("America/New_York"),
            MON_TO_FRI,
            Samples.holidays("us-federal").holidaysByYear());

    assertEquals(
        new Moment.Known(at("2026-06-27T00:00:00-04:00")),
        federal.endOfNotice(Unit.BUSINESS_DAYS, 5, at("2026-07-06T12:00:00-04:00")));
    assertEquals(
        new Moment.Known(at("2027-12-30T00:00:00-05:00")),
        federal.endOfNotice(Unit.BUSINESS_DAYS, 2, at("2028-01-03T12:00:00-05:00")));
    assertEquals(
        new Moment.NeedsYear(2023),
        federal.endOfNotice(Unit.BUSINESS_DAYS, 1, at("2024-01-02T12:00:00-05:00")));
  }

  @Test
  void notice_ofAYearThatIsNotOnFile_needsThatYear() {
    Calendar known2026 =
        Calendar.ofYears(ZoneId.of("Asia/Kolkata"), MON_TO_FRI, Map.of(2026, Set.of()));

    assertEquals(
        new Moment.NeedsYear(2025),
        known2026.endOfNotice(Unit.BUSINESS_DAYS, 5, at("2026-01-05T10:00:00+05:30")));
    assertEquals(
        new Moment.NeedsYear(2027),
        known2026.endOfNotice(Unit.BUSINESS_DAYS, 1, at("2027-01-05T10:00:00+05:30")));
    assertEquals(
        new Moment.Known(at("2026-12-31T00:00:00+05:30")),
        known2026.endOfNotice(Unit.CALENDAR_DAYS, 5, at("2027-01-04T10:00:00+05:30")));
  }

  @Test
  void noticeOfNoLength_isADefect() {
    Instant event = at("2026-06-15T12:00:00-04:00");

    assertThrows(
        IllegalArgumentException.class, () -> NEW_YORK.endOfNotice(Unit.BUSINESS_DAYS, 0, event));
    assertThrows(
        IllegalArgumentException.class, () -> NEW_YORK.endOfNotice(Unit.HOURS, 10_001, event));
  }

  @Test
  void businessDaysForwardAndBack_meet() {
    for (LocalDate day = LocalDate.of(2026, 2, 20); day.getYear() == 2026; day = day.plusDays(1)) {
      Instant noon = day.atTime(12, 0).atZone(NEW_YORK.zone()).toInstant();
      Span ten = new Span(Unit.BUSINESS_DAYS, 10, FirstDay.EXCLUDED, LastDay.END_OF_DAY);
      Moment.Known end = (Moment.Known) NEW_YORK.endOf(ten, noon);
      Moment.Known back =
          (Moment.Known) NEW_YORK.endOfNotice(Unit.BUSINESS_DAYS, 9, end.at().minusSeconds(1));

      // Nine business days before the tenth is the end of the first, which is after the start.
      assertEquals(NEW_YORK.endOf(days(Unit.BUSINESS_DAYS, 1), noon), back, day.toString());
    }
  }

  @Test
  void weekThatChanges_isTakenOfEachDate() {
    Calendar riyadh =
        Calendar.complete(
            ZoneId.of("Asia/Riyadh"),
            WorkWeekTest.week(
                "[{from: 0001-01-01, days: [SAT, SUN, MON, TUE, WED]},"
                    + " {from: 2013-06-29, days: [SUN, MON, TUE, WED, THU]}]"),
            Set.of());
    Instant tuesday = at("2013-06-25T10:00:00+03:00");

    // Wednesday 26 June is the last day of the old week, Sunday 30 June the first of the new one.
    assertEquals(
        new Moment.Known(at("2013-06-27T00:00:00+03:00")),
        riyadh.endOf(days(Unit.BUSINESS_DAYS, 1), tuesday));
    assertEquals(
        new Moment.Known(at("2013-07-01T00:00:00+03:00")),
        riyadh.endOf(days(Unit.BUSINESS_DAYS, 2), tuesday));
    assertEquals(
        new Moment.Known(at("2013-07-05T00:00:00+03:00")),
        riyadh.endOf(days(Unit.BUSINESS_DAYS, 6), tuesday));
    assertEquals(
        new Moment.Known(at("2013-06-27T00:00:00+03:00")),
        riyadh.endOfNotice(Unit.BUSINESS_DAYS, 2, at("2013-07-01T10:00:00+03:00")));
  }

  @Test
  void anniversary_isThatOfTheCalendarsZone() {
    assertEquals(
        at("2026-03-31T10:00:00-04:00"),
        NEW_YORK.anniversaryAfterDayOf(
            at("2026-02-28T10:00:00-05:00"), at("2026-01-31T10:00:00-05:00"), 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-15T00:00:00-05:00",
        "2026-02-15T10:00:00-05:00",
        "2026-02-15T23:59:59-05:00"
      })
  void nextAnniversary_isOnALaterDay(String sameDay) {
    assertEquals(
        at("2026-03-15T10:00:00-04:00"),
        NEW_YORK.anniversaryAfterDayOf(at(sameDay), at("2026-01-15T10:00:00-05:00"), 1));
  }

  @Test
  void hash_differsWithAChangeOfTheWeek() {
    ZoneId zone = ZoneId.of("Asia/Riyadh");
    WorkWeek plain = WorkWeekTest.week("[MON]");
    WorkWeek changed =
        WorkWeekTest.week("[{from: 0001-01-01, days: [MON]}, {from: 2013-06-29, days: [TUE]}]");
    WorkWeek later =
        WorkWeekTest.week("[{from: 0001-01-01, days: [MON]}, {from: 2013-06-30, days: [TUE]}]");

    assertEquals(
        3,
        Stream.of(plain, changed, later)
            .map(week -> Calendar.complete(zone, week, Set.of()).sha256())
            .distinct()
            .count());
  }

  @Test
  void shippedSaudiList_givesTheDueDateOfFourteenBusinessDays() {
    Calendar saudi =
        Calendar.ofYears(
            ZoneId.of("Asia/Riyadh"),
            WorkWeekTest.week("[SUN, MON, TUE, WED, THU]"),
            Samples.holidays("sa").holidaysByYear());

    // Founding Day, Sunday 22 February, is left out.
    assertEquals(
        new Moment.Known(at("2026-03-12T00:00:00+03:00")),
        saudi.endOf(days(Unit.BUSINESS_DAYS, 14), at("2026-02-18T12:00:00+03:00")));
  }

  @Test
  void weekWithoutADay_isADefect() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Calendar.complete(ZoneId.of("UTC"), Set.of(), Set.of()));
  }

  private static Span days(Unit unit, int count) {
    return new Span(unit, count, FirstDay.EXCLUDED, LastDay.END_OF_DAY);
  }

  private static Span days(int count, LastDay last) {
    return new Span(Unit.CALENDAR_DAYS, count, FirstDay.EXCLUDED, last);
  }
}
