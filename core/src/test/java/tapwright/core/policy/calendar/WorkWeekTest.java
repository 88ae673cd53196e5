package tapwright.core.policy.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tapwright.core.Checked;
import tapwright.core.policy.Samples;
import tapwright.core.policy.library.Packs;
import tapwright.core.policy.pack.Pack;
import tapwright.core.policy.page.PackPage;
import tapwright.core.policy.text.PolicyText;
import tapwright.core.yaml.Reading;

class WorkWeekTest {

  private static final String SAUDI =
      "[{from: 0001-01-01, days: [SAT, SUN, MON, TUE, WED]},"
          + " {from: 2013-06-29, days: [SUN, MON, TUE, WED, THU]}]";

  @ParameterizedTest
  @CsvSource({
    "2013-06-22, true",
    "2013-06-26, true",
    "2013-06-27, false",
    "2013-06-28, false",
    "2013-06-29, false",
    "2013-06-30, true",
    "2013-07-04, true",
    "2013-07-05, false",
    "0001-01-01, true",
    "0000-12-31, true",
    "0000-12-29, false"
  })
  void patternOfTheDate_decides(LocalDate date, boolean worked) {
    assertEquals(worked, week(SAUDI).includes(date), date + " " + date.getDayOfWeek());
  }

  @Test
  void listOfDays_holdsForEver() {
    assertEquals(WorkWeek.always(Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY)), week("[TUE, MON]"));
    assertEquals("[MONDAY, TUESDAY]", week("[TUE, MON]").toString());
  }

  @Test
  void change_isPartOfTheText() {
    assertEquals(
        "[MONDAY]; from 2013-06-29 [TUESDAY]",
        week("[{from: 0001-01-01, days: [MON]}, {from: 2013-06-29, days: [TUE]}]").toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | w.yaml:1:7: week is a list of 0; allowed is a list of one to seven days",
        "[{from: 2013-06-29, days: [MON]}]"
            + "| w.yaml:1:15: from is \"2013-06-29\"; allowed is 0001-01-01 in the first pattern,",
        "[{from: 0001-01-01, days: []}]"
            + "| w.yaml:1:33: days is a list of 0; allowed is a list of one to seven days",
        "[{from: 0001-01-01, days: [MON]}, {from: 0001-01-01, days: [TUE]}]"
            + "| w.yaml:1:48: from is \"0001-01-01\"; allowed is a date after 0001-01-01",
        "[{from: 0001-01-01, days: [MON]}, {from: 2020-01-01, days: [TUE]},"
            + " {from: 2019-01-01, days: [WED]}]"
            + "| w.yaml:1:81: from is \"2019-01-01\"; allowed is a date after 2020-01-01",
        "[{from: 0001-01-01, days: [MON]}, TUE]"
            + "| w.yaml:1:41: week is \"TUE\"; allowed is a mapping",
        "[{from: 0001-01-01, till: 2013-06-28, days: [MON]}]"
            + "| w.yaml:1:27: key till is not known; allowed are from, days"
      })
  void pattern_thatIsUnorderedOrEmptyOrLeavesTimeWithoutOne_isRefused(String text, String message) {
    Checked<WorkWeek> parsed = parsed(text);

    String seen = assertInstanceOf(Checked.Refused.class, parsed).refusal().message();
    assertTrue(seen.startsWith(message), seen);
  }

  @Test
  void weekWithoutItsBeginning_orWithoutADay_isADefect() {
    Map<LocalDate, Set<DayOfWeek>> late =
        Map.of(LocalDate.of(2013, 6, 29), Set.of(DayOfWeek.MONDAY));

    assertThrows(IllegalArgumentException.class, () -> new WorkWeek(new TreeMap<>(late)));
    assertThrows(IllegalArgumentException.class, () -> new WorkWeek(new TreeMap<>()));
    assertThrows(IllegalArgumentException.class, () -> WorkWeek.always(Set.of()));
  }

  @Test
  void packWithAChangedWeek_saysBothOnItsPage() {
    Pack pack =
        Packs.parse(
                "p.yaml",
                Samples.FRAME.replace("[SUN, MON, TUE, WED, THU]", SAUDI)
                    + "clauses: [{id: Z1, kind: bar, source: {lines: 1, section: one}, says: no,"
                    + " claims: [refund], then: {outcome: deny}}]\n")
            .orThrow();

    List<String> page = PackPage.of(pack);
    assertTrue(
        page.contains(
            "  week          business days are MON TUE WED SAT SUN; from 2013-06-29 MON TUE"),
        () -> String.join("\n", page));
  }

  static WorkWeek week(String text) {
    return parsed(text).orThrow();
  }

  private static Checked<WorkWeek> parsed(String text) {
    return Reading.of(
        () ->
            WorkWeek.read(
                new PolicyText("w.yaml", "week: " + text).root().map("week").required("week")));
  }
}
