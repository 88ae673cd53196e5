package tapwright.core.policy.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tapwright.core.policy.Money;
import tapwright.core.policy.Samples;
import tapwright.core.policy.fact.Choice;
import tapwright.core.policy.fact.Facts;
import tapwright.core.policy.fact.Line;
import tapwright.core.policy.pack.Outcome;
import tapwright.core.policy.pack.Pack;
import tapwright.core.policy.pack.Step;

/** What a decision says where a fact is unknown on which its outcome does not depend. */
class OpenQuestionsTest {

  private static final Pack PACK =
      Samples.pack(
          """
          clauses:
            - id: Z1
              kind: bar
              source: {lines: 1, section: One}
              says: no money back for what is made to order
              claims: [refund]
              when: {design: custom}
              then: {outcome: deny}
              due:
                - {step: acknowledge, hours: 24}
            - id: Z2
              kind: bar
              source: {lines: 2, section: Two}
              says: no money back
              claims: [refund]
              then: {outcome: deny}
              due:
                - {step: decide, hours: 48}
              overrides: {Z3: specific, Z4: specific}
            - id: Z3
              kind: right
              source: {lines: 3, section: Three}
              says: money back for what is in stock
              claims: [refund]
              when: {design: stock}
              then: {outcome: full-refund}
            - id: Z4
              kind: right
              source: {lines: 4, section: Four}
              says: money back for cards
              claims: [refund]
              when: {line: card}
              then: {outcome: full-refund}
          """);

  private static final String AT = "2026-05-02T10:00:00Z";

  private static Decision decide() {
    return Samples.decide(PACK, Samples.refund(AT), Facts.builder().choose(Choice.LINE, Line.CARD));
  }

  @Test
  void clausesOfOneAnswerOnly_areNeitherDecidingNorSetAside() {
    Decision decision = decide();

    assertEquals(Outcome.DENY, decision.outcome());
    assertEquals(List.of("Z2"), decision.byIds());
    assertEquals(List.of("Z4"), decision.overIds());
  }

  @Test
  void dueDateOfOneAnswerOnly_isNotPromised() {
    assertEquals(Map.of(Step.DECIDE, Instant.parse("2026-05-04T10:00:00Z")), decide().due());
  }

  @Test
  void amountThatDependsOnTheAnswer_isNotNamed() {
    Pack pack =
        Samples.pack(
            """
            clauses:
              - id: Z1
                kind: right
                source: {lines: 1, section: One}
                says: the price back, for what is in stock all of it
                claims: [refund]
                then:
                  - when: {design: stock}
                    outcome: full-refund
                    amount: price
                  - outcome: full-refund
            """);

    Decision decision =
        Samples.decide(
            pack,
            Samples.refund(AT),
            Facts.builder().price(Money.parse("49.00 INR").orElseThrow()));

    assertEquals(Outcome.FULL_REFUND, decision.outcome());
    assertNull(decision.amount());
  }

  @Test
  void versionByAnEventThatHasNotHappened_isNotAskedFor() {
    Pack pack =
        Samples.pack(
            """
            inForce: {from: 2026-01-01, by: deliveredAt}
            clauses:
              - id: Z1
                kind: bar
                source: {lines: 1, section: One}
                says: no money back
                claims: [refund]
                then: {outcome: deny}
            """);

    assertEquals(Outcome.DENY, Samples.decide(pack, Samples.refund(AT), Facts.builder()).outcome());
  }
}
