package tapwright.core.policy.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tapwright.core.policy.Samples.B;
import static tapwright.core.policy.Samples.at;
import static tapwright.core.policy.Samples.plan;
import static tapwright.core.policy.Samples.refund;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.core.policy.RandomClaims;
import tapwright.core.policy.Samples;
import tapwright.core.policy.decide.Decision;
import tapwright.core.policy.decide.Engine;
import tapwright.core.policy.fact.Claim;
import tapwright.core.policy.fact.Event;
import tapwright.core.policy.fact.Facts;
import tapwright.core.policy.fact.Term;
import tapwright.core.policy.fact.Usage;
import tapwright.core.policy.pack.Pack;

class CutsTest {

  private static final int ROUNDS = 400;

  @Test
  void segments_partAtStartAndEndOfEachWindowThatCountsUses() {
    Facts facts = plan(Term.MONTHLY, "2026-04-27T09:15:00+05:30").build();

    assertEquals(
        List.of(
            segment("1970-01-01T00:00:00Z", "2026-04-27T09:15:00+05:30"),
            segment("2026-04-27T09:15:00+05:30", "2026-05-05T00:00:00+05:30"),
            segment("2026-05-05T00:00:00+05:30", "2026-05-20T10:00:00+05:30")),
        Cuts.of(B, B.calendar(), refund("2026-05-20T10:00:00+05:30"), facts));
  }

  @Test
  void standIn_isTheLastMicrosecond() {
    assertEquals(
        at("2026-05-04T23:59:59.999999Z"),
        segment("2026-05-01T00:00:00Z", "2026-05-05T00:00:00Z").standIn());
  }

  @Test
  void aPackThatCountsNothing_hasOneSegment() {
    Facts facts = plan(Term.MONTHLY, "2026-04-27T09:15:00+05:30").build();

    assertEquals(
        List.of(segment("1970-01-01T00:00:00Z", "2026-05-20T10:00:00+05:30")),
        Cuts.of(Samples.D, Samples.D.calendar(), refund("2026-05-20T10:00:00+05:30"), facts));
  }

  @Test
  void aStartBetweenTwoMicroseconds_cutsAtTheLater() {
    Facts facts = plan(Term.MONTHLY, "2026-04-27T09:15:00.000000001+05:30").build();

    assertEquals(
        at("2026-04-27T09:15:00.000001+05:30"),
        Cuts.of(B, B.calendar(), refund("2026-05-20T10:00:00+05:30"), facts).getFirst().to());
  }

  /** All that a decision says is the same, but for the hash of its facts, which are shorter. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20261122})
  void cutUses_decideAsAllUsesDo(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int round = 0; round < ROUNDS; round++) {
      for (Pack pack : Samples.PACKS.all()) {
        Claim claim = RandomClaims.claim(random);
        Facts facts = withUsesBefore(claim.at(), random);
        compare(pack, claim, facts, "seed " + seed + ", round " + round);
      }
    }
  }

  private static void compare(Pack pack, Claim claim, Facts facts, String where) {
    Facts cut = cut(pack, claim, facts);
    Decision whole = Engine.decide(pack, pack.calendar(), claim, facts);
    Decision summed = Engine.decide(pack, pack.calendar(), claim, cut);
    String seen = where + ": " + claim + " " + facts;

    assertEquals(withoutFacts(whole), withoutFacts(summed), seen);
    assertEquals(Explanation.of(whole), Explanation.of(summed), seen);
    assertEquals(
        steady(Counterfactuals.of(pack, pack.calendar(), claim, facts), pack),
        steady(Counterfactuals.of(pack, pack.calendar(), claim, cut), pack),
        seen);
    assertTrue(uses(cut).size() <= uses(facts).size(), seen);
  }

  private static Facts cut(Pack pack, Claim claim, Facts facts) {
    List<Usage.Use> sums = new ArrayList<>();
    for (Cuts.Segment segment : Cuts.of(pack, pack.calendar(), claim, facts)) {
      List<Usage.Use> inside =
          uses(facts).stream()
              .filter(use -> !use.at().isBefore(segment.from()) && use.at().isBefore(segment.to()))
              .toList();
      if (!inside.isEmpty()) {
        sums.add(
            new Usage.Use(
                segment.standIn(),
                inside.stream().mapToLong(Usage.Use::taps).sum(),
                inside.stream().mapToLong(Usage.Use::shares).sum()));
      }
    }
    return facts.toBuilder().usage(new Usage.Timeline(sums)).build();
  }

  /** The record has no use after the claim that it decides on. */
  private static Facts withUsesBefore(Instant claimAt, RandomGenerator random) {
    List<Usage.Use> uses =
        Stream.generate(() -> RandomClaims.use(random))
            .limit(random.nextInt(30))
            .filter(use -> use.at().isBefore(claimAt))
            .toList();
    return RandomClaims.facts(random).usage(new Usage.Timeline(uses)).build();
  }

  private static List<Usage.Use> uses(Facts facts) {
    return ((Usage.Timeline) facts.usage()).uses();
  }

  private static String withoutFacts(Decision decision) {
    return decision.canonicalBytes().toUtf8().replaceFirst("/basis/factsSha256 .*", "");
  }

  /** What would change it, without suppositions of when windows start that count uses. */
  private static List<Counterfactual> steady(List<Counterfactual> changes, Pack pack) {
    List<String> starts =
        pack.cells().usageWindows().stream()
            .flatMap(window -> window.anchors().stream())
            .map(Event::key)
            .toList();
    return changes.stream().filter(change -> !starts.contains(change.fact())).toList();
  }

  private static Cuts.Segment segment(String from, String to) {
    return new Cuts.Segment(at(from), at(to));
  }
}
