package tapwright.core.policy.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import tapwright.core.policy.Samples;
import tapwright.core.policy.fact.Choice;
import tapwright.core.policy.fact.Claim;
import tapwright.core.policy.fact.Design;
import tapwright.core.policy.fact.Event;
import tapwright.core.policy.fact.Facts;
import tapwright.core.policy.fact.Line;
import tapwright.core.policy.fact.Term;
import tapwright.core.policy.pack.Outcome;

class CounterfactualsTest {

  private static final Claim CLAIM = Samples.refund("2026-05-04T12:00:00+05:30");
  private static final String BOUGHT = "2026-04-29T09:00:00+05:30";

  @Test
  void usesThatWouldChangeIt_areRangesWithoutHoles() {
    assertEquals(
        List.of("exactly 50 uses -> review []", "51 uses or more -> deny [B2]"),
        of("usage", plan(12)));
    assertEquals(
        List.of("up to 49 uses -> full-refund [B1]", "51 uses or more -> deny [B2]"),
        of("usage", plan(50)));
  }

  @Test
  void instantsThatWouldChangeIt_endAtTheSecond() {
    assertEquals(
        List.of(
            "before Tue 20 May 2025 00:00 (Asia/Kolkata) -> review [B25]",
            "on or after Tue 20 May 2025 00:00 (Asia/Kolkata) and before Mon 27 Apr 2026 00:00"
                + " (Asia/Kolkata) -> deny [B2]"),
        of("purchasedAt", plan(12)));
  }

  @Test
  void everyRange_agreesWithTheEngineOnBothSidesOfItsEnd() {
    Facts.Builder late = plan(12).at(Event.PURCHASED_AT, Samples.at("2026-04-26T23:59:59+05:30"));
    Facts.Builder inTime = plan(12).at(Event.PURCHASED_AT, Samples.at("2026-04-27T00:00:00+05:30"));

    assertEquals(Outcome.DENY, Samples.decide(Samples.B, CLAIM, late).outcome());
    assertEquals(Outcome.FULL_REFUND, Samples.decide(Samples.B, CLAIM, inTime).outcome());
  }

  @Test
  void valuesOfAList_areToldTogetherWhereTheyLeadAlike() {
    assertEquals(
        List.of("annual or multi year -> full-refund [B3]", "enterprise -> refer [B5]"),
        of("term", plan(51)));
  }

  @Test
  void whatChangesNothing_isNotSaid() {
    assertEquals(List.of(), of("design", plan(12)));
    assertEquals(List.of(), of("opened", plan(12)));
  }

  @Test
  void flag_isTurned() {
    Facts.Builder card =
        Facts.builder()
            .choose(Choice.LINE, Line.CARD)
            .choose(Choice.DESIGN, Design.STOCK)
            .usage(Samples.uses(0))
            .at(Event.PURCHASED_AT, Samples.at("2026-04-20T09:00:00+05:30"))
            .at(Event.DELIVERED_AT, Samples.at("2026-04-24T09:00:00+05:30"));

    assertEquals(List.of("true -> review []"), of("opened", card));
  }

  @Test
  void outlook_saysWhatWouldChangeIt_whatIsStillPossible_andWhatStaffCan() {
    Facts facts = plan(51).build();

    List<String> lines = Outlook.of(Samples.B, Samples.B.calendar(), CLAIM, facts).lines();

    assertEquals(
        List.of(
            "With up to 49 uses: full refund, the order or plan ends now (B1).",
            "With exactly 50 uses: a person decides.",
            "The customer can still: cancel (B24); have the data deleted (B24).",
            "Only staff can: make an exception, with a reason."),
        lines);
  }

  @Test
  void stillPossible_namesOnlyWhatTheCustomerWouldBeGranted() {
    List<Counterfactuals.Possible> possible =
        Counterfactuals.stillPossible(Samples.B, Samples.B.calendar(), CLAIM, plan(51).build());

    assertTrue(possible.stream().allMatch(each -> each.outcome().grants()));
    assertFalse(possible.stream().anyMatch(each -> each.kind() == CLAIM.kind()));
  }

  private static Facts.Builder plan(long uses) {
    return Samples.plan(Term.MONTHLY, BOUGHT).usage(Samples.uses(uses));
  }

  private static List<String> of(String fact, Facts.Builder facts) {
    return Counterfactuals.of(Samples.B, Samples.B.calendar(), CLAIM, facts.build()).stream()
        .filter(change -> change.fact().equals(fact))
        .map(change -> change.becomes() + " -> " + change.outcome().word() + " " + change.by())
        .toList();
  }
}
