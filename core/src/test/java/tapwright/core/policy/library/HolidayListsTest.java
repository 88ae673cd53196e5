package tapwright.core.policy.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tapwright.core.policy.Samples.at;
import static tapwright.core.policy.Samples.plan;
import static tapwright.core.policy.Samples.refund;
import static tapwright.core.policy.Samples.uses;

import java.util.List;
import org.junit.jupiter.api.Test;
import tapwright.core.policy.Samples;
import tapwright.core.policy.decide.Decision;
import tapwright.core.policy.fact.Facts;
import tapwright.core.policy.fact.Term;
import tapwright.core.policy.pack.Outcome;
import tapwright.core.policy.pack.Pack;
import tapwright.core.policy.pack.Step;
import tapwright.core.policy.read.HolidayList;
import tapwright.core.policy.text.PolicyText;

/** Holidays that whoever runs the product adds when they are announced. */
class HolidayListsTest {

  private static final String NEXT_YEAR =
      """
      id: in-maharashtra
      title: Holidays of Maharashtra, with a year of our own
      reading: {chosen: all of them, rejected: [], because: a sample}
      years:
        2027:
          source: a sample
          asOf: 2026-12-20
          days:
            - {date: 2027-01-01, name: a sample}
      """;

  private static Decision decide(HolidayLists lists) {
    Pack pack = Packs.shipped(lists).find("b-rigardz").orElseThrow();
    Facts.Builder facts = plan(Term.MONTHLY, "2026-12-29T10:00:00+05:30").usage(uses(3));
    return Samples.decide(pack, refund("2026-12-31T10:00:00+05:30"), facts);
  }

  private static HolidayLists.Addition with(String text) {
    return HolidayLists.shipped().withTexts(List.of(new PolicyText("h.yaml", text)));
  }

  @Test
  void yearThatIsNotOnFile_isAskedFor_andAddedFromTheSettings() {
    Decision without = decide(HolidayLists.shipped());
    assertEquals(Outcome.NEEDS_INFO, without.outcome());
    assertEquals(List.of("holidays 2027"), without.missing());

    Decision decided = decide(with(NEXT_YEAR).lists());
    assertEquals(Outcome.FULL_REFUND, decided.outcome());
    assertEquals(at("2027-01-06T00:00:00+05:30"), decided.due().get(Step.ACKNOWLEDGE));
  }

  @Test
  void yearsThatTheTextDoesNotName_stay() {
    HolidayList joined =
        with(NEXT_YEAR).lists().byId().values().stream()
            .filter(list -> list.id().equals("in-maharashtra"))
            .findFirst()
            .orElseThrow();

    assertTrue(joined.years().keySet().containsAll(List.of(2025, 2026, 2027)), joined.toString());
  }

  @Test
  void otherHolidays_giveTheCalendarAnotherHash() {
    Decision shipped = Samples.decide(Samples.B, refund("2026-05-02T10:00:00+05:30"), bought());
    Pack pack = Packs.shipped(with(NEXT_YEAR).lists()).find("b-rigardz").orElseThrow();
    Decision other = Samples.decide(pack, refund("2026-05-02T10:00:00+05:30"), bought());

    assertEquals(shipped.basis().packSha256(), other.basis().packSha256());
    assertTrue(!shipped.basis().calendarSha256().equals(other.basis().calendarSha256()));
  }

  private static Facts.Builder bought() {
    return plan(Term.MONTHLY, "2026-05-01T10:00:00+05:30").usage(uses(3));
  }

  @Test
  void faultyText_isRefusedWithItsPlace_andTheOthersStay() {
    HolidayLists.Addition addition = with(NEXT_YEAR.replace("2027-01-01", "2028-01-01"));

    assertEquals(1, addition.refusals().size());
    assertTrue(
        addition.refusals().getFirst().message().startsWith("h.yaml:9:"),
        addition.refusals().toString());
    assertEquals(HolidayLists.shipped().byId().keySet(), addition.lists().byId().keySet());
  }
}
