package tapwright.core.policy.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tapwright.core.policy.Samples;
import tapwright.core.policy.decide.Decision;
import tapwright.core.policy.fact.CountedUses;
import tapwright.core.policy.fact.Event;
import tapwright.core.policy.library.Packs;
import tapwright.core.policy.pack.Pack;

class PackDiffTest {

  private static final String TEXT = CatalogueTest.text("b-rigardz");

  static List<Pack> packs() {
    return Samples.PACKS.all();
  }

  @ParameterizedTest
  @MethodSource("packs")
  void packAgainstItself_changesNothing(Pack pack) {
    assertEquals(List.of(), PackDiff.between(pack, pack).changes());
  }

  @Test
  void limitOfSixtyInsteadOfFifty_changesFiftyToSixtyUsesAndNothingElse() {
    PackDiff diff = between(TEXT, withLimit(60));

    assertEquals(
        Set.of(
            "50: review (gap exactly-fifty-uses) -> full-refund with cancel-now by B1",
            "50: review (gap exactly-fifty-uses) -> full-refund with downgrade by B1",
            "51: deny with cancel-at-term-end by B2 -> full-refund with cancel-now by B1",
            "51: deny with cancel-at-term-end by B2 -> full-refund with downgrade by B1",
            "60: deny with cancel-at-term-end by B2 -> review (gap exactly-fifty-uses)"),
        Set.copyOf(diff.changes().stream().map(PackDiffTest::usesAndTurn).toList()));
    assertTrue(diff.same() > 0);
  }

  @Test
  void everyExample_isDecidedAsBothSidesSay() {
    Pack old = parse(TEXT);
    Pack other = parse(withLimit(60));

    for (PackDiff.Change change : PackDiff.between(old, other).changes()) {
      PackCheckTest.assertDecidedAsItSays(other, change.example());
      Decision was = PackCheckTest.decide(old, change.example());
      Decision becomes = PackCheckTest.decide(other, change.example());
      assertEquals(change.was().outcome(), was.outcome());
      assertEquals(change.was().effects(), was.effects());
      assertEquals(Set.copyOf(change.was().by()), Set.copyOf(was.byIds()));
      assertEquals(change.becomes().outcome(), becomes.outcome());
      assertEquals(Set.copyOf(change.becomes().by()), Set.copyOf(becomes.byIds()));
    }
  }

  @Test
  void longerWindow_changesOnlyWhatLiesBetweenTheEnds() {
    String longer =
        TEXT.replace(
            "unopened-return: {from: deliveredAt, calendar-days: 14",
            "unopened-return: {from: deliveredAt, calendar-days: 21");

    PackDiff diff = between(TEXT, longer);

    assertTrue(!diff.changes().isEmpty());
    for (PackDiff.Change change : diff.changes()) {
      long days =
          java.time.Duration.between(
                  change.example().facts().at(Event.DELIVERED_AT).orElseThrow(),
                  change.example().claim().at())
              .toDays();
      assertTrue(days >= 14 && days <= 21, () -> change.example().file());
    }
  }

  @Test
  void otherClauseThatSaysTheSame_isAChangeOfClause() {
    PackDiff diff = between(TEXT, TEXT.replace("id: B16\n", "id: B99\n").replace("B16:", "B99:"));

    assertEquals(
        Set.of("deny by B16 -> deny by B99"),
        Set.copyOf(
            diff.changes().stream()
                .map(change -> change.was().inWords() + " -> " + change.becomes().inWords())
                .toList()));
  }

  private static String withLimit(int limit) {
    return TEXT.replace("fewer-than: 50}", "fewer-than: " + limit + "}")
        .replace("more-than: 50}", "more-than: " + limit + "}")
        .replace("exactly: 50}", "exactly: " + limit + "}");
  }

  private static PackDiff between(String one, String other) {
    return PackDiff.between(parse(one), parse(other));
  }

  private static Pack parse(String text) {
    return Packs.parse("b.yaml", text).orThrow();
  }

  private static String usesAndTurn(PackDiff.Change change) {
    return change
            .example()
            .facts()
            .usage()
            .within(java.time.Instant.MIN, java.time.Instant.MAX, CountedUses.USUAL)
            .atLeast()
        + ": "
        + change.was().inWords()
        + " -> "
        + change.becomes().inWords();
  }
}
