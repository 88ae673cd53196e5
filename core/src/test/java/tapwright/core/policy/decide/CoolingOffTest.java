package tapwright.core.policy.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static tapwright.core.policy.Samples.B;
import static tapwright.core.policy.Samples.at;
import static tapwright.core.policy.Samples.decide;
import static tapwright.core.policy.Samples.plan;
import static tapwright.core.policy.Samples.refund;
import static tapwright.core.policy.Samples.uses;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tapwright.core.policy.fact.Choice;
import tapwright.core.policy.fact.Claim;
import tapwright.core.policy.fact.Event;
import tapwright.core.policy.fact.Facts;
import tapwright.core.policy.fact.Line;
import tapwright.core.policy.fact.Term;
import tapwright.core.policy.fact.Usage;
import tapwright.core.policy.pack.Citation;
import tapwright.core.policy.pack.Comparison;
import tapwright.core.policy.pack.Effect;
import tapwright.core.policy.pack.Miss;
import tapwright.core.policy.pack.Outcome;

/** The usage threshold of pack B on both sides of every limit. */
class CoolingOffTest {

  private static final String BOUGHT = "2026-04-27T09:15:00+05:30";

  @ParameterizedTest
  @CsvSource({
    "MONTHLY, 0, FULL_REFUND, B1",
    "MONTHLY, 49, FULL_REFUND, B1",
    "MONTHLY, 50, REVIEW, ''",
    "MONTHLY, 51, DENY, B2",
    "ANNUAL, 51, FULL_REFUND, B3",
    "ANNUAL, 499, FULL_REFUND, B3",
    "ANNUAL, 500, FULL_REFUND, B3",
    "ANNUAL, 501, DENY, B2",
    "MULTI_YEAR, 500, FULL_REFUND, B3",
    "MULTI_YEAR, 501, DENY, B2"
  })
  void usageLimit_bothSides(Term term, long taps, Outcome outcome, String by) {
    Decision decision =
        decide(B, refund("2026-05-02T10:00:00+05:30"), plan(term, BOUGHT).usage(uses(taps)));

    assertEquals(outcome, decision.outcome());
    assertEquals(by.isEmpty() ? List.of() : List.of(by), decision.byIds());
  }

  @ParameterizedTest
  @CsvSource({
    "MONTHLY, 2026-05-04T23:59:59.999999999+05:30, FULL_REFUND, B1",
    "MONTHLY, 2026-05-05T00:00:00+05:30, DENY, B2",
    "ANNUAL, 2026-05-27T23:59:59.999999999+05:30, FULL_REFUND, B3",
    "ANNUAL, 2026-05-28T00:00:00+05:30, DENY, B4",
    "MONTHLY, 2026-05-04T14:29:59-04:00, FULL_REFUND, B1",
    "MONTHLY, 2026-05-04T14:30:00-04:00, DENY, B2"
  })
  void window_bothSidesInThePacksZone(Term term, String sent, Outcome outcome, String by) {
    Decision decision = decide(B, refund(sent), plan(term, BOUGHT).usage(uses(12)));

    assertEquals(outcome, decision.outcome());
    assertEquals(List.of(by), decision.byIds());
  }

  @Test
  void claimBeforeTheWindowEnds_saysWhatFollows() {
    Decision decision =
        decide(B, refund("2026-05-02T10:00:00+05:30"), plan(Term.MONTHLY, BOUGHT).usage(uses(12)));

    Decision.Until until = decision.until();
    assertNotNull(until);
    assertEquals(at("2026-05-05T00:00:00+05:30"), until.at());
    assertEquals(Outcome.DENY, until.outcome());
    assertEquals(Set.of(Effect.CANCEL_AT_TERM_END), until.effects());
    assertEquals(List.of("B2"), until.by().stream().map(Citation::id).toList());
  }

  @Test
  void claimAfterTheWindow_neverChanges() {
    Decision decision =
        decide(B, refund("2026-05-12T10:00:00+05:30"), plan(Term.MONTHLY, BOUGHT).usage(uses(12)));

    assertNull(decision.until());
  }

  @Test
  void upgradeLaterThanTheClaim_hasNotHappened_butMovesUntil() {
    Facts.Builder facts =
        plan(Term.MONTHLY, BOUGHT)
            .at(Event.UPGRADED_AT, at("2026-05-20T10:00:00+05:30"))
            .usage(uses(3));

    Decision decision = decide(B, refund("2026-05-12T10:00:00+05:30"), facts);

    assertEquals(Outcome.DENY, decision.outcome());
    assertNotNull(decision.until());
    assertEquals(at("2026-05-20T10:00:00+05:30"), decision.until().at());
    assertEquals(Outcome.FULL_REFUND, decision.until().outcome());
  }

  @Test
  void unknownUsage_isAskedFor_andNothingElse() {
    Decision decision = decide(B, refund("2026-05-02T10:00:00+05:30"), plan(Term.MONTHLY, BOUGHT));

    assertEquals(Outcome.NEEDS_INFO, decision.outcome());
    assertEquals(List.of("usage"), decision.missing());
    assertEquals(List.of("B1", "B2"), decision.byIds());
  }

  @Test
  void unknownShares_areAskedForOnlyWhereTheyCouldMatter() {
    Usage fewTaps = new Usage.Counts(10L, null);
    Usage manyTaps = new Usage.Counts(51L, null);
    Claim claim = refund("2026-05-02T10:00:00+05:30");

    assertEquals(
        List.of("usage"), decide(B, claim, plan(Term.MONTHLY, BOUGHT).usage(fewTaps)).missing());
    assertEquals(
        Outcome.DENY, decide(B, claim, plan(Term.MONTHLY, BOUGHT).usage(manyTaps)).outcome());
  }

  @Test
  void nothingKnown_asksForWhatCouldChangeTheOutcome() {
    Decision decision = decide(B, refund("2026-05-02T10:00:00+05:30"), Facts.builder());

    assertEquals(Outcome.NEEDS_INFO, decision.outcome());
    assertEquals(List.of("line", "purchasedAt", "term", "usage"), decision.missing());
  }

  @Test
  void cardWithNothingElseKnown_asksForNothing() {
    Decision decision =
        decide(
            B,
            refund("2026-05-02T10:00:00+05:30"),
            Facts.builder()
                .choose(Choice.LINE, Line.CARD)
                .at(Event.PURCHASED_AT, at("2026-04-27T09:15:00+05:30")));

    assertEquals(Outcome.REVIEW, decision.outcome());
    assertEquals(List.of(), decision.missing());
  }

  @Test
  void exactlyFifty_namesTheGapAndBothSidesAsNear() {
    Decision decision =
        decide(B, refund("2026-05-02T10:00:00+05:30"), plan(Term.MONTHLY, BOUGHT).usage(uses(50)));

    assertEquals(
        List.of(
            new Miss.OtherUses(B.windows().getFirst(), 50, Comparison.FEWER_THAN, 50),
            new Miss.OtherUses(B.windows().getFirst(), 50, Comparison.MORE_THAN, 50)),
        decision.nearMisses().stream().map(Decision.NearMiss::miss).toList());
    assertEquals(
        "at exactly 50 uses the text says neither \"fewer than 50\" nor that the limit is exceeded",
        decision.why());
  }

  @Test
  void timeline_countsFromTheAnchorToTheClaim() {
    Usage.Timeline timeline =
        new Usage.Timeline(
            List.of(
                new Usage.Use(at("2026-05-02T10:00:00+05:30"), 100, 0),
                new Usage.Use(at("2026-04-27T09:14:59+05:30"), 100, 0),
                new Usage.Use(at("2026-04-27T09:15:00+05:30"), 20, 0),
                new Usage.Use(at("2026-05-02T09:59:59+05:30"), 9, 20)));

    Decision decision =
        decide(B, refund("2026-05-02T10:00:00+05:30"), plan(Term.MONTHLY, BOUGHT).usage(timeline));

    assertEquals(Outcome.FULL_REFUND, decision.outcome());
  }

  @Test
  void orderOlderThanThePack_goesToAPerson() {
    Claim claim = refund("2025-05-20T01:00:00+05:30");

    Decision older =
        decide(B, claim, plan(Term.MONTHLY, "2025-05-19T23:59:59+05:30").usage(uses(0)));
    Decision first =
        decide(B, claim, plan(Term.MONTHLY, "2025-05-20T00:00:00+05:30").usage(uses(0)));

    assertEquals(Outcome.REVIEW, older.outcome());
    assertEquals(List.of(), older.nearMisses());
    assertEquals(Outcome.FULL_REFUND, first.outcome());
  }
}
