package tapwright.core.policy.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static tapwright.core.policy.Samples.A;
import static tapwright.core.policy.Samples.at;
import static tapwright.core.policy.Samples.decide;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tapwright.core.policy.fact.Answer;
import tapwright.core.policy.fact.Cause;
import tapwright.core.policy.fact.ChipTest;
import tapwright.core.policy.fact.Choice;
import tapwright.core.policy.fact.Claim;
import tapwright.core.policy.fact.ClaimKind;
import tapwright.core.policy.fact.Event;
import tapwright.core.policy.fact.Facts;
import tapwright.core.policy.fact.Line;
import tapwright.core.policy.fact.Reason;
import tapwright.core.policy.pack.Ground;
import tapwright.core.policy.pack.Miss;
import tapwright.core.policy.pack.Outcome;

/** No refund after activation in pack A, and the seller's error that overrides it. */
class CompanyErrorTest {

  private static final String SENT = "2026-03-10T20:00:00Z";

  @ParameterizedTest
  @CsvSource({
    "2026-03-10T19:59:59Z, 2026-03-09T11:00:00Z, DENY",
    "2026-03-10T20:00:00Z, 2026-03-09T11:00:00Z, DENY",
    "2026-03-10T20:00:01Z, 2026-03-09T11:00:00Z, REVIEW",
    "2026-03-09T11:00:00Z, 2026-03-10T20:00:00Z, DENY",
    "2026-03-09T11:00:00Z, 2026-03-10T20:00:01Z, REVIEW"
  })
  void moneyForTheCard_isBarredFromTheLaterOfActivationAndReceipt(
      String activated, String delivered, Outcome outcome) {
    Facts.Builder facts =
        card().at(Event.ACTIVATED_AT, at(activated)).at(Event.DELIVERED_AT, at(delivered));

    assertEquals(outcome, decide(A, claim(ClaimKind.REFUND, Reason.UNSPECIFIED), facts).outcome());
  }

  @Test
  void activationTomorrow_isSaidInUntil() {
    Facts.Builder facts =
        card()
            .at(Event.DELIVERED_AT, at("2026-03-09T11:00:00Z"))
            .at(Event.ACTIVATED_AT, at("2026-03-11T00:00:00Z"));

    Decision decision = decide(A, claim(ClaimKind.REFUND, Reason.UNSPECIFIED), facts);

    assertNotNull(decision.until());
    assertEquals(at("2026-03-11T00:00:00Z"), decision.until().at());
    assertEquals(Outcome.DENY, decision.until().outcome());
    assertEquals(
        List.of(new Miss.NotYet(Event.ACTIVATED_AT)),
        decision.nearMisses().stream().map(Decision.NearMiss::miss).toList());
  }

  @Test
  void shownError_overridesAllThreeBars() {
    Facts.Builder facts = inUse().choose(Choice.CHIP_TEST, ChipTest.FAILS);

    Decision decision = decide(A, claim(ClaimKind.REFUND, Reason.CHANGE_OF_MIND), facts);

    assertEquals(Outcome.REPLACEMENT, decision.outcome());
    assertEquals(List.of("A8"), decision.byIds());
    assertEquals(List.of("A4", "A10"), decision.overIds());
    assertEquals(Ground.STATED_EXCEPTION, decision.over().getFirst().ground());
  }

  @Test
  void customersOwnDoing_barsMoneyBesideTheOtherBar() {
    Facts.Builder facts =
        inUse().choose(Choice.CHIP_TEST, ChipTest.FAILS).choose(Choice.CAUSE, Cause.CUSTOMER);

    assertEquals(
        List.of("A4", "A9"), decide(A, claim(ClaimKind.REFUND, Reason.NOT_WORKING), facts).byIds());
  }

  @Test
  void errorNobodyHasShown_isNotAskedFor() {
    Decision decision = decide(A, claim(ClaimKind.REPLACE, Reason.NOT_WORKING), inUse());

    assertEquals(Outcome.REVIEW, decision.outcome());
    assertEquals(List.of(), decision.missing());
  }

  @Test
  void errorOnAnUnknownLine_asksWhichLineItIs() {
    Facts.Builder facts =
        Facts.builder()
            .choose(Choice.CONTENT_MATCHES_ORDER, Answer.FALSE)
            .at(Event.DELIVERED_AT, at("2026-03-09T11:00:00Z"))
            .at(Event.ACTIVATED_AT, at("2026-03-09T11:00:00Z"));

    Decision decision = decide(A, claim(ClaimKind.REPLACE, Reason.WRONG_CONTENT), facts);

    assertEquals(Outcome.NEEDS_INFO, decision.outcome());
    assertEquals(List.of("line"), decision.missing());
    assertEquals(List.of("A8"), decision.byIds());
  }

  private static Claim claim(ClaimKind kind, Reason reason) {
    return Claim.withAllEvidence(kind, reason, at(SENT));
  }

  private static Facts.Builder card() {
    return Facts.builder()
        .choose(Choice.LINE, Line.CARD)
        .at(Event.PURCHASED_AT, at("2026-03-01T09:00:00Z"));
  }

  private static Facts.Builder inUse() {
    return card()
        .at(Event.DELIVERED_AT, at("2026-03-09T11:00:00Z"))
        .at(Event.ACTIVATED_AT, at("2026-03-09T12:00:00Z"));
  }
}
