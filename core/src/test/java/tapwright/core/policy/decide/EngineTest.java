package tapwright.core.policy.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tapwright.core.policy.Samples.at;
import static tapwright.core.policy.Samples.pack;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tapwright.core.policy.Money;
import tapwright.core.policy.Samples;
import tapwright.core.policy.calendar.Calendar;
import tapwright.core.policy.fact.Cause;
import tapwright.core.policy.fact.ChipTest;
import tapwright.core.policy.fact.Choice;
import tapwright.core.policy.fact.Claim;
import tapwright.core.policy.fact.ClaimKind;
import tapwright.core.policy.fact.Event;
import tapwright.core.policy.fact.Evidence;
import tapwright.core.policy.fact.Facts;
import tapwright.core.policy.fact.Line;
import tapwright.core.policy.fact.Reason;
import tapwright.core.policy.library.Packs;
import tapwright.core.policy.pack.Outcome;
import tapwright.core.policy.pack.Pack;
import tapwright.core.policy.pack.Step;

/** What no shipped clause shows yet: evidence, due dates, edges in a chain, overlaps. */
class EngineTest {

  private static final String THREE_CLAUSES =
      """
      clauses:
        - id: Z1
          kind: bar
          source: {lines: 1, section: one}
          says: no money for a card
          claims: [refund]
          when: {line: card}
          then: {outcome: deny}
        - id: Z2
          kind: right
          source: {lines: 2, section: two}
          says: money for a faulty card
          claims: [refund]
          when: {shown: {chipTest: fails}}
          then: {outcome: full-refund, amount: price}
          overrides: {Z1: stated-exception}
        - id: Z3
          kind: condition
          source: {lines: 3, section: three}
          says: not for what the customer broke
          claims: [refund]
          when: {shown: {cause: customer}}
          then: {outcome: deny}
          overrides: {Z2: cause}
      """;

  private static final Claim CLAIM =
      Claim.withAllEvidence(ClaimKind.REFUND, Reason.DEFECTIVE, at("2026-03-05T10:00:00+03:00"));

  @Test
  void overrides_inAChain_theDefeatedDefeatsNoLonger() {
    Pack pack = pack(THREE_CLAUSES);
    Facts.Builder broken =
        card().choose(Choice.CHIP_TEST, ChipTest.FAILS).choose(Choice.CAUSE, Cause.CUSTOMER);

    Decision decision = Samples.decide(pack, CLAIM, broken);

    assertEquals(Outcome.DENY, decision.outcome());
    assertEquals(List.of("Z1", "Z3"), decision.byIds());
    assertEquals(List.of("Z2"), decision.overIds());
  }

  @Test
  void overrides_withoutTheBlock_theExceptionWins() {
    Decision decision =
        Samples.decide(
            pack(THREE_CLAUSES),
            CLAIM,
            card()
                .choose(Choice.CHIP_TEST, ChipTest.FAILS)
                .price(Money.parse("49.00 INR").orElseThrow()));

    assertEquals(Outcome.FULL_REFUND, decision.outcome());
    assertEquals("49.00 INR", String.valueOf(decision.amount()));
    assertEquals(List.of("Z1"), decision.overIds());
  }

  @Test
  void twoOutcomesWithoutAnEdge_goToAPerson_whoIsToldWhichClauses() {
    Pack pack = pack(THREE_CLAUSES.replace("    overrides: {Z1: stated-exception}\n", ""));

    Decision decision =
        Samples.decide(pack, CLAIM, card().choose(Choice.CHIP_TEST, ChipTest.FAILS));

    assertEquals(Outcome.REVIEW, decision.outcome());
    assertTrue(decision.why().contains("Z1 and Z2"), decision.why());
  }

  @Test
  void missingEvidence_isAskedFor_byTheClauseThatNeedsIt() {
    String needs = "then: {outcome: full-refund, amount: price}";
    String evidence = "evidence: [order-number, [screenshot, description], photo-product]";
    Pack pack = pack(THREE_CLAUSES.replace(needs, evidence + "\n    " + needs));
    Claim claim =
        new Claim(
            ClaimKind.REFUND,
            Reason.DEFECTIVE,
            CLAIM.at(),
            EnumSet.of(Evidence.ORDER_NUMBER, Evidence.DESCRIPTION));

    Decision decision =
        Samples.decide(pack, claim, card().choose(Choice.CHIP_TEST, ChipTest.FAILS));

    assertEquals(Outcome.NEEDS_INFO, decision.outcome());
    assertEquals(List.of("photo-product"), decision.missing());
    assertEquals(List.of("Z2"), decision.byIds());
    assertEquals(Set.of(), decision.effects());
  }

  private static final String DUTIES =
      """
      clauses:
        - id: Z1
          kind: right
          source: {lines: 1, section: one}
          says: money back
          claims: [refund]
          then: {outcome: full-refund}
          due:
            - {step: refund, from: approvedAt, business-days: 10, first: excluded, last: end-of-day}
            - {step: refund, from: goodsReceivedAt, calendar-days: 14, first: excluded, last: end-of-day}
            - {step: inspect, from: goodsReceivedAt, hours: 48}
        - id: Z2
          kind: duty
          source: {lines: 2, section: two}
          says: confirmed within two business days
          claims: [refund]
          due:
            - {step: acknowledge, business-days: 2, first: excluded, last: end-of-day}
      """;

  @Test
  void dueDates_theEarliestBinds_andAClockThatHasNotStartedDoesNot() {
    Pack pack = pack(DUTIES);
    Calendar calendar =
        Calendar.complete(
            pack.calendar().zone(), pack.calendar().week(), Set.of(LocalDate.of(2026, 3, 8)));
    Facts facts = Facts.builder().at(Event.APPROVED_AT, at("2026-03-06T12:00:00+03:00")).build();
    Facts received =
        facts.toBuilder().at(Event.GOODS_RECEIVED_AT, at("2026-03-05T12:00:00+03:00")).build();

    assertEquals(
        Map.of(
            Step.ACKNOWLEDGE, at("2026-03-11T00:00:00+03:00"),
            Step.REFUND, at("2026-03-23T00:00:00+03:00")),
        Engine.decide(pack, calendar, CLAIM, facts).due());
    assertEquals(
        Map.of(
            Step.ACKNOWLEDGE, at("2026-03-11T00:00:00+03:00"),
            Step.INSPECT, at("2026-03-07T12:00:00+03:00"),
            Step.REFUND, at("2026-03-20T00:00:00+03:00")),
        Engine.decide(pack, calendar, CLAIM, received).due());
  }

  @Test
  void yearWithoutHolidaysOnFile_isAskedFor_neverTakenAsFree() {
    Decision decision = Samples.decide(pack(DUTIES), CLAIM, Facts.builder());

    assertEquals(Outcome.NEEDS_INFO, decision.outcome());
    assertEquals(List.of("holidays 2026"), decision.missing());
  }

  @Test
  void windowInBusinessDays_withoutHolidays_asksForThem() {
    Pack pack =
        pack(
            """
            windows:
              w: {from: deliveredAt, business-days: 3, first: excluded, last: end-of-day}
            clauses:
              - id: Z1
                kind: right
                source: {lines: 1, section: one}
                says: money back within three business days
                claims: [refund]
                when: {within: w}
                then: {outcome: full-refund}
            """);
    Facts.Builder delivered =
        Facts.builder().at(Event.DELIVERED_AT, at("2026-03-04T10:00:00+03:00"));

    assertEquals(List.of("holidays 2026"), Samples.decide(pack, CLAIM, delivered).missing());
    assertEquals(Outcome.REVIEW, Samples.decide(pack, CLAIM, Facts.builder()).outcome());
  }

  @Test
  void claimOfAKindThatNoClauseNames_goesToAPerson_whoIsToldSo() {
    Claim reship = Claim.withAllEvidence(ClaimKind.RESHIP, Reason.UNSPECIFIED, CLAIM.at());

    Decision decision = Samples.decide(pack(THREE_CLAUSES), reship, card());

    assertEquals(Outcome.REVIEW, decision.outcome());
    assertEquals("no clause of z-sample@1 speaks of a claim of kind reship", decision.why());
  }

  @Test
  void packs_chooseTheVersionInForceAtTheEvent() {
    Pack first = version("1", "2025-01-01");
    Pack second = version("2", "2026-01-01");
    Packs packs = Packs.of(List.of(second, first));

    assertEquals("1", chosen(packs, "2025-12-31T23:59:59+03:00"));
    assertEquals("2", chosen(packs, "2026-01-01T00:00:00+03:00"));
    assertEquals("1", chosen(packs, "2024-12-31T00:00:00+03:00"));
    assertEquals("2", packs.find("z-sample").orElseThrow().version());
    assertEquals("1", packs.find("z-sample@1").orElseThrow().version());
    assertTrue(packs.find("z-other").isEmpty());
  }

  private static String chosen(Packs packs, String purchasedAt) {
    Facts facts = Facts.builder().at(Event.PURCHASED_AT, at(purchasedAt)).build();
    return packs.inForce("z-sample", facts).orElseThrow().version();
  }

  private static Pack version(String version, String from) {
    String text =
        Samples.FRAME.replace("\"1\"", "\"" + version + "\"")
            + "inForce: {from: "
            + from
            + ", by: purchasedAt}\n"
            + THREE_CLAUSES;
    return Packs.parse("sample.yaml", text).orThrow();
  }

  private static Facts.Builder card() {
    return Facts.builder().choose(Choice.LINE, Line.CARD);
  }
}
