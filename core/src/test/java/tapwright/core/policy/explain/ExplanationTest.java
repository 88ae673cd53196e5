package tapwright.core.policy.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static tapwright.core.policy.Samples.A;
import static tapwright.core.policy.Samples.B;
import static tapwright.core.policy.Samples.at;
import static tapwright.core.policy.Samples.decide;
import static tapwright.core.policy.Samples.plan;
import static tapwright.core.policy.Samples.refund;
import static tapwright.core.policy.Samples.uses;

import java.util.List;
import org.junit.jupiter.api.Test;
import tapwright.core.policy.Money;
import tapwright.core.policy.fact.ChipTest;
import tapwright.core.policy.fact.Choice;
import tapwright.core.policy.fact.Claim;
import tapwright.core.policy.fact.ClaimKind;
import tapwright.core.policy.fact.Event;
import tapwright.core.policy.fact.Facts;
import tapwright.core.policy.fact.Line;
import tapwright.core.policy.fact.Reason;
import tapwright.core.policy.fact.Term;
import tapwright.core.policy.fact.Usage;

class ExplanationTest {

  private static final String BOUGHT = "2026-04-27T09:15:00+05:30";

  @Test
  void refund_saysTheMoneyTheClauseTheLimitAndTheEnd() {
    Facts.Builder facts =
        plan(Term.MONTHLY, BOUGHT).usage(uses(12)).price(Money.parse("499.00 INR").orElseThrow());

    assertEquals(
        List.of(
            "Full refund. Amount: 499.00 INR. The order or plan ends now.",
            "Clause B1 (section \"2\", line 7): a monthly plan is paid back within seven days of"
                + " buying or upgrading while there are fewer than 50 uses.",
            "Close: clause B2 did not apply: 12 uses, more than 50 needed.",
            "Confirming receipt: due by the end of Tue 5 May 2026 (Asia/Kolkata).",
            "This holds for claims sent by the end of Mon 4 May 2026 (Asia/Kolkata). After that: no"
                + " money back, the plan runs to the end of the time paid for, then stops (B2).",
            "Decided on the claim as sent Sat 2 May 2026 10:00 (Asia/Kolkata) under b-rigardz@1."
                + " Rights that the law gives beside the policy were not considered."),
        Explanation.of(decide(B, refund("2026-05-02T10:00:00+05:30"), facts)));
  }

  @Test
  void lateClaim_saysByHowMuch() {
    List<String> lines =
        Explanation.of(
            decide(
                B, refund("2026-05-05T02:00:00+05:30"), plan(Term.MONTHLY, BOUGHT).usage(uses(9))));

    assertEquals(
        "Close: clause B1 did not apply: its 7 calendar days ended Tue 5 May 2026 00:00"
            + " (Asia/Kolkata), the claim came 2 hours later.",
        lines.get(2));
  }

  @Test
  void unknownUsage_saysWhatToAskFor() {
    List<String> lines =
        Explanation.of(decide(B, refund("2026-05-02T10:00:00+05:30"), plan(Term.MONTHLY, BOUGHT)));

    assertEquals("Not decided yet: something has to be known first.", lines.getFirst());
    assertEquals("Ask for: how often the cards were tapped and shared.", lines.get(4));
  }

  @Test
  void exception_saysWhatItSetAside() {
    Claim claim =
        Claim.withAllEvidence(ClaimKind.REFUND, Reason.NOT_WORKING, at("2026-03-10T20:00:00Z"));
    Facts.Builder facts =
        Facts.builder()
            .choose(Choice.LINE, Line.CARD)
            .choose(Choice.CHIP_TEST, ChipTest.FAILS)
            .at(Event.DELIVERED_AT, at("2026-03-09T11:00:00Z"))
            .at(Event.ACTIVATED_AT, at("2026-03-09T12:00:00Z"));

    List<String> lines = Explanation.of(decide(A, claim, facts));

    assertEquals("Replacement. The seller pays the shipping.", lines.getFirst());
    assertEquals(
        "Set aside: clause A4 (section \"No Refunds for NFC Cards\", line 17), because clause A8 is"
            + " the exception that the text itself makes.",
        lines.get(2));
  }

  @Test
  void laterUse_isSaidAsUpToItsInstant() {
    Usage.Timeline timeline =
        new Usage.Timeline(List.of(new Usage.Use(at("2026-05-03T10:00:00+05:30"), 60, 0)));

    List<String> lines =
        Explanation.of(
            decide(
                B,
                refund("2026-05-02T10:00:00+05:30"),
                plan(Term.MONTHLY, BOUGHT).usage(timeline)));

    assertEquals(
        "This holds for claims sent up to Sun 3 May 2026 10:00 (Asia/Kolkata). After that: no money"
            + " back, the plan runs to the end of the time paid for, then stops (B2).",
        lines.get(4));
  }
}
