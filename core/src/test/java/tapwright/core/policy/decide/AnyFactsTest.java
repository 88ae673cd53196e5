package tapwright.core.policy.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.core.policy.RandomClaims;
import tapwright.core.policy.Samples;
import tapwright.core.policy.calendar.Calendar;
import tapwright.core.policy.explain.Explanation;
import tapwright.core.policy.fact.Claim;
import tapwright.core.policy.fact.Facts;
import tapwright.core.policy.pack.Outcome;
import tapwright.core.policy.pack.Pack;

/** What holds of every decision, whatever the claim and the facts are. */
class AnyFactsTest {

  private static final int ROUNDS = 400;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20261122})
  void everyDecision_standsOnAClauseOrGoesToAPerson(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int round = 0; round < ROUNDS; round++) {
      for (Pack pack : Samples.PACKS.all()) {
        check(
            pack,
            RandomClaims.claim(random),
            RandomClaims.any(random),
            "seed " + seed + ", round " + round);
      }
    }
  }

  private static void check(Pack pack, Claim claim, Facts facts, String where) {
    Decision decision = decide(pack, claim, facts);
    Supplier<String> seen = () -> where + ": " + claim + " " + facts + " gives " + decision;

    boolean bySilence = decision.by().isEmpty();
    assertTrue(!bySilence || decision.outcome() != Outcome.DENY, seen);
    assertEquals(decision.outcome() == Outcome.NEEDS_INFO, !decision.missing().isEmpty(), seen);
    assertTrue(!bySilence || !decision.why().isEmpty(), seen);
    assertTrue(noneIn(decision.byIds(), decision.overIds()), seen);
    assertFalse(Explanation.of(decision).isEmpty(), seen);
    checkUntil(pack, claim, facts, decision, seen);
  }

  private static void checkUntil(
      Pack pack, Claim claim, Facts facts, Decision decision, Supplier<String> seen) {
    Decision.Until until = decision.until();
    if (until == null) {
      Instant muchLater = claim.at().plus(Duration.ofDays(3000));
      assertTrue(sameResult(decision, decideAt(pack, claim, facts, muchLater)), seen);
      return;
    }
    assertTrue(until.at().isAfter(claim.at()), seen);
    assertTrue(sameResult(decision, decideAt(pack, claim, facts, until.at().minusNanos(1))), seen);
    Decision then = decideAt(pack, claim, facts, until.at());
    assertFalse(sameResult(decision, then), seen);
    assertEquals(until.outcome(), then.outcome(), seen);
  }

  private static Decision decideAt(Pack pack, Claim claim, Facts facts, Instant at) {
    return decide(pack, claim.sentAt(at), facts);
  }

  /** With holidays for every year: a year without data asks for it, however long it is away. */
  private static Decision decide(Pack pack, Claim claim, Facts facts) {
    Calendar own = pack.calendar();
    return Engine.decide(pack, own.completeIn(own.zone(), own.week()), claim, facts);
  }

  private static boolean sameResult(Decision one, Decision other) {
    return one.outcome() == other.outcome() && one.effects().equals(other.effects());
  }

  private static boolean noneIn(List<String> ids, List<String> others) {
    return ids.stream().noneMatch(others::contains);
  }
}
