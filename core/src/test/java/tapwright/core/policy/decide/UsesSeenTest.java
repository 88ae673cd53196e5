package tapwright.core.policy.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tapwright.core.policy.Samples.B;
import static tapwright.core.policy.Samples.at;
import static tapwright.core.policy.Samples.decide;
import static tapwright.core.policy.Samples.plan;
import static tapwright.core.policy.Samples.refund;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.core.policy.RandomClaims;
import tapwright.core.policy.Samples;
import tapwright.core.policy.explain.Explanation;
import tapwright.core.policy.fact.Claim;
import tapwright.core.policy.fact.Event;
import tapwright.core.policy.fact.Facts;
import tapwright.core.policy.fact.TapKinds;
import tapwright.core.policy.fact.Term;
import tapwright.core.policy.fact.Usage;
import tapwright.core.policy.pack.Notice;
import tapwright.core.policy.pack.Pack;
import tapwright.core.policy.pack.Situation;
import tapwright.core.policy.pack.Stretch;
import tapwright.core.policy.pack.Window;

class UsesSeenTest {

  private static final String BOUGHT = "2026-04-27T09:15:00+05:30";
  private static final Claim CLAIM = refund("2026-05-02T10:00:00+05:30");

  @Test
  void tapsInsideTheWindow_areToldByKind() {
    Decision decision = decide(B, CLAIM, plan(Term.MONTHLY, BOUGHT).usage(uses()));

    assertEquals(
        Map.of(
            "windows",
            List.of(
                Map.of(
                    "window",
                    "monthly-cooling-off",
                    "taps",
                    15L,
                    "shares",
                    1L,
                    "signed",
                    0L,
                    "mirrored",
                    12L,
                    "bare",
                    3L,
                    "quick",
                    2L)),
            "unseenReads",
            0L),
        decision.toMap().get("usage"));
    assertTrue(
        Explanation.of(decision)
            .contains(
                "Counted in the 7 calendar days: 15 taps and 1 share. Of the taps 0 are signed by"
                    + " the chip, 12 mirrored by it, 3 the link alone; 2 came in quick"
                    + " succession."));
  }

  @Test
  void tapsThatNoClauseLooksAt_areNotTold() {
    Decision late =
        decide(B, refund("2026-05-20T10:00:00+05:30"), plan(Term.MONTHLY, BOUGHT).usage(uses()));

    assertNull(late.usage());
    assertFalse(late.toMap().containsKey("usage"));
  }

  @Test
  void unseenReads_areToldAndNoticedWhereTheyCouldTurnIt() {
    Decision decision = decide(B, CLAIM, plan(Term.MONTHLY, BOUGHT).usage(uses()).unseenReads(34));
    List<String> lines = Explanation.of(decision);

    assertEquals(Set.of(Notice.USAGE_MAY_BE_HIGHER), decision.notices());
    assertEquals(List.of("usage-may-be-higher"), decision.toMap().get("notices"));
    assertEquals(34, Objects.requireNonNull(decision.usage()).unseenReads());
    assertTrue(
        lines.contains(
            "There may have been up to 34 more uses: reads of the chips that never came here"
                + " (offline, broken off, kept for later), or uses whose time is in doubt."),
        lines.toString());
    assertTrue(
        lines.contains(
            "Look at this first: were they uses that count, the claim would get something else."),
        lines.toString());
    assertTrue(
        decide(B, CLAIM, plan(Term.MONTHLY, BOUGHT).usage(uses()).unseenReads(33))
            .notices()
            .isEmpty());
  }

  /** A notice says what more uses would do; nothing else of a decision hangs on unseen reads. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 20261122})
  void unseenReads_changeNoOutcome(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int round = 0; round < 400; round++) {
      for (Pack pack : Samples.PACKS.all()) {
        Claim claim = RandomClaims.claim(random);
        Facts facts = RandomClaims.any(random);
        Decision without = decide(pack, claim, facts.toBuilder());
        Decision with = decide(pack, claim, facts.toBuilder().unseenReads(random.nextInt(1, 600)));

        assertEquals(plain(without), plain(with), () -> "seed " + seed + ": " + claim + facts);
      }
    }
  }

  private static Map<String, Object> plain(Decision decision) {
    Map<String, Object> map = decision.toMap();
    map.keySet().removeAll(Set.of("usage", "notices", "basis"));
    return map;
  }

  /** Only some numbers of more uses are tried for the notice; here each is. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 20261122})
  void notice_isThereExactlyWhereSomeNumberOfMoreUsesTurnsTheOutcome(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    int noticed = 0;
    for (int round = 0; round < 60; round++) {
      Claim claim = CLAIM.sentAt(CLAIM.at().plus(Duration.ofDays(random.nextInt(8))));
      Facts facts = nearALimit(random);
      Decision decision = decide(B, claim, facts.toBuilder());

      boolean turns = someMoreUsesTurn(decision, new Situation(B, B.calendar(), claim, facts));
      assertEquals(
          turns, !decision.notices().isEmpty(), () -> "seed " + seed + ": " + claim + facts);
      noticed += turns ? 1 : 0;
    }
    assertTrue(noticed > 5 && noticed < 55, noticed + " of the claims turn");
  }

  private static Facts nearALimit(RandomGenerator random) {
    Facts.Builder facts = plan(random.nextBoolean() ? Term.MONTHLY : Term.ANNUAL, BOUGHT);
    if (random.nextInt(3) == 0) {
      facts.at(Event.UPGRADED_AT, at("2026-04-30T09:15:00+05:30"));
    }
    int taps = (random.nextBoolean() ? 44 : 494) + random.nextInt(10);
    return facts
        .usage(new Usage.Timeline(List.of(use("2026-05-01T10:00:00Z", taps, 0))))
        .unseenReads(random.nextInt(1, 10))
        .build();
  }

  private static boolean someMoreUsesTurn(Decision decision, Situation situation) {
    Facts facts = situation.facts();
    for (Window window : B.cells().usageWindows()) {
      Stretch stretch = situation.usesCountIn(window);
      for (long more = 1; stretch != null && more <= facts.unseenReads(); more++) {
        Facts.Builder others =
            facts.toBuilder().usage(facts.usage().plus(new Usage.Use(stretch.from(), more, 0)));
        Decision other = decide(B, situation.claim(), others);
        if (other.outcome() != decision.outcome() || !other.effects().equals(decision.effects())) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void facts_sayTheKindsAndTheUnseenReads() {
    Facts facts =
        Facts.builder()
            .usage(new Usage.Timeline(List.of(use("2026-05-01T10:00:00Z", 2, 1))))
            .unseenReads(7)
            .build();

    assertEquals(
        """
        use 2026-05-01T10:00:00Z 2 1 signed 0 mirrored 1 bare 1 quick 0
        unseenReads 7
        """,
        facts.toText());
  }

  @Test
  void lessThanNone_isADefect() {
    assertThrows(IllegalArgumentException.class, () -> new TapKinds(0, 0, -1, 0));
    assertThrows(IllegalArgumentException.class, () -> Facts.builder().unseenReads(-1));
  }

  private static Usage uses() {
    return new Usage.Timeline(
        List.of(
            use("2026-04-26T10:00:00Z", 100, 0),
            new Usage.Use(at("2026-04-28T10:00:00Z"), 12, 0, new TapKinds(0, 10, 2, 2)),
            new Usage.Use(at("2026-05-01T10:00:00Z"), 3, 1, new TapKinds(0, 2, 1, 0))));
  }

  private static Usage.Use use(String at, long taps, long shares) {
    return new Usage.Use(at(at), taps, shares, new TapKinds(0, taps - 1, 1, 0));
  }
}
