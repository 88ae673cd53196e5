package tapwright.core.policy.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tapwright.core.policy.Samples.at;
import static tapwright.core.policy.Samples.decide;
import static tapwright.core.policy.Samples.plan;
import static tapwright.core.policy.Samples.refund;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tapwright.core.Checked;
import tapwright.core.policy.Samples;
import tapwright.core.policy.decide.Decision;
import tapwright.core.policy.explain.Explanation;
import tapwright.core.policy.fact.Claim;
import tapwright.core.policy.fact.CountedUses;
import tapwright.core.policy.fact.Facts;
import tapwright.core.policy.fact.TapKinds;
import tapwright.core.policy.fact.Term;
import tapwright.core.policy.fact.Usage;
import tapwright.core.policy.library.Packs;
import tapwright.core.policy.pack.Notice;
import tapwright.core.policy.pack.Pack;
import tapwright.core.policy.page.PackPage;

class CountedUsesTest {

  private static final String TEXT = CatalogueTest.text("b-rigardz");
  private static final String BOUGHT = "2026-04-27T09:15:00+05:30";
  private static final Claim CLAIM = refund("2026-05-02T10:00:00+05:30");
  private static final CountedUses TAPS = new CountedUses(true, false);
  private static final CountedUses SHARES = new CountedUses(false, true);

  /** Under fifty uses the money goes back. */
  @ParameterizedTest
  @CsvSource({
    "'[tap, share]', deny",
    "'[share, tap]', deny",
    "tap, full-refund",
    "'[tap]', full-refund",
    "'[share]', full-refund"
  })
  void whatCounts_isThePacksChoice(String counts, String outcome) {
    Pack pack = counting(counts);

    assertEquals(outcome, word(pack, new Usage.Counts(40L, 20L)));
    assertEquals(outcome, word(pack, timeline(40, 20)));
  }

  @Test
  void aPackThatDoesNotSay_countsTapsAndShares() {
    assertEquals(CountedUses.USUAL, Samples.B.countedUses());
    assertEquals(
        word(counting("[tap, share]"), timeline(40, 20)), word(Samples.B, timeline(40, 20)));
  }

  @Test
  void whatDoesNotCount_isNotAskedFor() {
    assertEquals("full-refund", word(counting("[tap]"), new Usage.Counts(49L, null)));
    assertEquals("full-refund", word(counting("[share]"), new Usage.Counts(null, 49L)));
    assertEquals(
        List.of("usage"),
        decide(Samples.B, CLAIM, plan(Term.MONTHLY, BOUGHT).usage(new Usage.Counts(49L, null)))
            .missing());
  }

  @Test
  void theDecision_saysWhatWasCountedAndWhatWasNot() {
    Decision taps = decide(counting("[tap]"), CLAIM, plan(Term.MONTHLY, BOUGHT).usage(told()));
    Decision shares =
        decide(counting("[share]"), CLAIM, plan(Term.MONTHLY, BOUGHT).usage(timeline(40, 20)));

    assertTrue(
        Explanation.of(taps)
            .contains(
                "Counted in the 7 calendar days: 12 taps; not counted by this policy: 20 shares."
                    + " Of the taps 0 are signed by the chip, 10 mirrored by it, 2 the link"
                    + " alone."),
        Explanation.of(taps).toString());
    assertTrue(
        Explanation.of(shares)
            .contains(
                "Counted in the 7 calendar days: 20 shares; not counted by this policy: 40 taps."),
        Explanation.of(shares).toString());
    assertEquals(List.of("tap"), usage(taps).get("counts"));
    assertEquals(List.of("share"), usage(shares).get("counts"));
    assertFalse(
        usage(decide(Samples.B, CLAIM, plan(Term.MONTHLY, BOUGHT).usage(told())))
            .containsKey("counts"));
  }

  private static Map<?, ?> usage(Decision decision) {
    return (Map<?, ?>) Objects.requireNonNull(decision.toMap().get("usage"));
  }

  @Test
  void moreUses_areNoticedWhereTheyWouldCount() {
    for (String counts : List.of("[tap]", "[share]")) {
      Facts.Builder facts = plan(Term.MONTHLY, BOUGHT).usage(timeline(45, 45));

      assertEquals(
          Set.of(Notice.USAGE_MAY_BE_HIGHER),
          decide(counting(counts), CLAIM, facts.unseenReads(5)).notices());
      assertEquals(Set.of(), decide(counting(counts), CLAIM, facts.unseenReads(4)).notices());
    }
  }

  @Test
  void thePage_saysWhatCounts() {
    assertTrue(page(Samples.B).contains("uses taps and shares count"));
    assertTrue(page(counting("[tap]")).contains("uses taps count, shares do not"));
    assertTrue(page(counting("[share]")).contains("uses shares count, taps do not"));
    assertFalse(page(Samples.D).contains(" uses "), page(Samples.D));
  }

  private static String page(Pack pack) {
    return PackPage.of(pack).stream()
        .takeWhile(line -> !line.startsWith("  sha256"))
        .collect(Collectors.joining(" "))
        .replaceAll(" +", " ");
  }

  @Test
  void packsThatCountAlike_differInNothing() {
    assertEquals(List.of(), PackDiff.between(Samples.B, counting("[tap, share]")).changes());
    assertEquals(List.of(), PackDiff.between(counting("[tap]"), counting("tap")).changes());
  }

  /** Both ways of counting see both numbers, so no cell is missed. */
  @Test
  void packsThatCountDifferently_differWhereOneClassTurnsIt() {
    Pack other = counting("[tap]");
    List<PackDiff.Change> changes = PackDiff.between(Samples.B, other).changes();

    assertTrue(
        changes.stream()
            .anyMatch(
                change ->
                    change.was().by().equals(List.of("B2"))
                        && change.becomes().by().equals(List.of("B1"))),
        changes.toString());
    for (PackDiff.Change change : changes) {
      assertEquals(
          change.was().outcome(), PackCheckTest.decide(Samples.B, change.example()).outcome());
      assertEquals(
          change.becomes().outcome(), PackCheckTest.decide(other, change.example()).outcome());
    }
  }

  @Test
  void everyCell_isDecidedWhateverCounts() {
    assertEquals(PackCheck.of(Samples.B).faults(), PackCheck.of(counting("[share]")).faults());
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(
            "{counts: []}", "counts is a list of 0; allowed is at least one of tap, share"),
        Arguments.of("{counts: [scan]}", "counts is \"scan\"; allowed is one of tap, share"),
        Arguments.of("{}", "has no key counts; it must have one"),
        Arguments.of("{count: tap}", "key count is not known; allowed are counts"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void whatIsNoClassOfUse_isRefused(String usage, String message) {
    String refusal =
        switch (Packs.parse("b.yaml", with(usage))) {
          case Checked.Refused<Pack> refused -> refused.refusal().message();
          case Checked.Passed<Pack> taken -> taken.value().toString();
        };

    assertTrue(refusal.startsWith("b.yaml:"), refusal);
    assertTrue(refusal.contains(message), refusal);
  }

  @Test
  void nothingCounted_isADefect() {
    assertThrows(IllegalArgumentException.class, () -> new CountedUses(false, false));
  }

  @Test
  void counted_areThoseOfTheChosenClasses() {
    assertEquals(7, CountedUses.USUAL.of(3, 4));
    assertEquals(3, TAPS.of(3, 4));
    assertEquals(4, SHARES.of(3, 4));
  }

  private static Pack counting(String counts) {
    return Packs.parse("b.yaml", with("{counts: " + counts + "}")).orThrow();
  }

  private static String with(String usage) {
    return TEXT.replace("\nwindows:\n", "\nusage: " + usage + "\n\nwindows:\n");
  }

  private static String word(Pack pack, Usage usage) {
    return decide(pack, CLAIM, plan(Term.MONTHLY, BOUGHT).usage(usage)).outcome().word();
  }

  private static Usage timeline(long taps, long shares) {
    return new Usage.Timeline(
        List.of(
            new Usage.Use(at("2026-04-28T10:00:00Z"), taps, 0),
            new Usage.Use(at("2026-04-29T10:00:00Z"), 0, shares)));
  }

  private static Usage told() {
    return new Usage.Timeline(
        List.of(new Usage.Use(at("2026-04-28T10:00:00Z"), 12, 20, new TapKinds(0, 10, 2, 0))));
  }
}
