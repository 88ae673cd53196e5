package tapwright.core.policy.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.policy.PolicyRefusal;
import tapwright.core.policy.Samples;
import tapwright.core.policy.cases.CaseFile;
import tapwright.core.policy.cases.CaseResult;
import tapwright.core.policy.cases.GoldenCase;
import tapwright.core.policy.decide.Decision;
import tapwright.core.policy.decide.Engine;
import tapwright.core.policy.fact.Choice;
import tapwright.core.policy.fact.Usage;
import tapwright.core.policy.library.HolidayLists;
import tapwright.core.policy.library.Packs;
import tapwright.core.policy.pack.Outcome;
import tapwright.core.policy.pack.Pack;
import tapwright.core.policy.text.PolicyText;

class PackCheckTest {

  /** A pack in which every claim is decided or declared. */
  private static final String CLEAN =
      """
      id: z-sample
      version: "1"
      title: A sample seller
      calendar: {zone: Asia/Riyadh, week: [SUN, MON, TUE, WED, THU], holidays: unstated}
      windows:
        w: {from: deliveredAt, calendar-days: 7, first: excluded, last: end-of-day}
      clauses:
        - id: Z1
          kind: right
          source: {lines: 1, section: one}
          says: money back within seven days with fewer than five uses
          claims: [refund]
          when: {within: w, usage: {in: w, fewer-than: 5}}
          then:
            - {when: {opened: true}, outcome: full-refund, effects: [hold]}
            - {outcome: full-refund}
          overrides: {Z3: specific}
        - id: Z2
          kind: bar
          source: {lines: 2, section: two}
          says: no money over five uses or after seven days
          claims: [refund]
          when: {any: [{after: w}, {within: w, usage: {in: w, more-than: 5}}]}
          then: {outcome: deny}
        - id: Z3
          kind: bar
          source: {lines: 3, section: three}
          says: no money for what was bought on sale
          claims: [refund]
          when: {salePrice: true, happened: deliveredAt}
          then: {outcome: deny}
      gaps:
        - id: exactly-five
          claims: [refund]
          when: {within: w, usage: {in: w, exactly: 5}}
          because: five is neither fewer nor more
        - id: not-delivered
          claims: [refund]
          when: {not: {happened: deliveredAt}}
          because: silent before delivery
        - id: silent-kinds
          claims: [cancel, return, replace, exchange, reactivate, delete-data, reship, dispute, termination, discontinuation]
          because: silent
      """;

  static List<Pack> packs() {
    return Samples.PACKS.all();
  }

  @ParameterizedTest
  @MethodSource("packs")
  void shippedPack_declaresEveryGap_andHasNoOverlapNorDeadClause(Pack pack) {
    assertEquals(List.of(), PackCheck.of(pack).faults().stream().map(Finding::says).toList());
  }

  @ParameterizedTest
  @MethodSource("packs")
  void everyDeclaredGap_hasAnExampleThatFallsIntoIt(Pack pack) {
    for (PackCheck.DeclaredGap gap : PackCheck.of(pack).gaps()) {
      assertDecidedAsItSays(pack, gap.example());
      assertEquals(gap.because(), decide(pack, gap.example()).why());
    }
  }

  @Test
  void cleanPack_isTaken() {
    Pack pack = load(CLEAN).orThrow();

    PackCheck check = PackCheck.of(pack);
    assertEquals(List.of(), check.findings());
    assertEquals(
        List.of("exactly-five", "not-delivered", "silent-kinds"),
        check.gaps().stream().map(PackCheck.DeclaredGap::id).sorted().toList());
    check.gaps().forEach(gap -> assertDecidedAsItSays(pack, gap.example()));
  }

  @Test
  void plantedGap_isRefusedWithLineAndExample() {
    String planted = CLEAN.replace("exactly: 5", "exactly: 9");

    Finding found = only(planted, Finding.Kind.UNDECLARED_GAP);

    assertTrue(found.place().startsWith("p.yaml:8:5"), found.place());
    Example example = assertNotNullExample(found);
    assertEquals(new Usage.Counts(5L, 0L), example.facts().usage());
    assertDecidedAsItSays(Packs.parse("p.yaml", planted).orThrow(), example);
    Refusal refusal = refusal(planted);
    assertEquals(PolicyRefusal.GAP_UNDECLARED, refusal.code());
    assertTrue(refusal.message().contains("p.yaml:8:5"), refusal.message());
    assertTrue(refusal.message().contains("taps: 5"), refusal.message());
    Finding dead = only(planted, Finding.Kind.DEAD_GAP);
    assertEquals("p.yaml:33:5", dead.place());
  }

  @Test
  void plantedOverlap_isRefusedWithBothLinesAndExample() {
    String planted = CLEAN.replace("    overrides: {Z3: specific}\n", "");

    Finding found = only(planted, Finding.Kind.OVERLAP);

    assertTrue(found.says().contains("Z1 and Z3 (p.yaml:24:5)"), found.says());
    assertEquals("p.yaml:8:5", found.place());
    Pack pack = Packs.parse("p.yaml", planted).orThrow();
    Decision decision = decide(pack, assertNotNullExample(found));
    assertEquals(List.of("Z1", "Z3"), decision.byIds());
    assertEquals(Outcome.REVIEW, decision.outcome());
    assertEquals(PolicyRefusal.OVERLAP, refusal(planted).code());
  }

  @Test
  void overlapThatIsDeclaredAsClash_isTaken() {
    String planted =
        CLEAN.replace("    overrides: {Z3: specific}\n", "")
            + "clashes:\n  - {between: [Z3, Z1], because: the text does not say}\n";

    assertEquals(List.of(), check(planted).findings());
  }

  @Test
  void clashOfClausesThatNeverMeet_isFound() {
    String planted = CLEAN + "clashes:\n  - {between: [Z1, Z2], because: the text does not say}\n";

    assertEquals("p.yaml:45:5", only(planted, Finding.Kind.DEAD_CLASH).place());
  }

  @Test
  void differentDatesForOneStep_areAnOverlap() {
    String planted =
        CLEAN
            .replace(
                "{outcome: deny}\ngaps:",
                "{outcome: deny}\n    due: [{step: decide, hours: 5}]\ngaps:")
            .replace("more-than: 5}}]}", "more-than: 5}}]}\n    due: [{step: decide, hours: 6}]");

    Finding found = only(planted, Finding.Kind.OVERLAP);

    assertTrue(found.says().contains("Z2 and Z3"), found.says());
    assertTrue(found.says().contains("set different dates for decide"), found.says());
  }

  @Test
  void clauseThatNothingMeets_isRefusedWithItsLine() {
    String planted =
        CLEAN.replace(
            "{salePrice: true, happened: deliveredAt}",
            "{salePrice: true, all: [{salePrice: false}], happened: deliveredAt}");

    Finding found = only(planted, Finding.Kind.DEAD_CLAUSE);

    assertEquals("p.yaml:25:5", found.place());
    assertEquals(
        "p.yaml:25:5: clause Z3 never decides; allowed is a clause that some claim meets",
        refusal(planted).message());
  }

  @Test
  void clauseThatIsAlwaysDefeated_isDead() {
    String planted =
        CLEAN.replace(
            "when: {salePrice: true, happened",
            "when: {within: w, usage: {in: w, fewer-than: 3}, happened");

    Finding found = only(planted, Finding.Kind.DEAD_CLAUSE);

    assertEquals("clause Z3 never decides", found.says());
    assertEquals("p.yaml:25:5", found.place());
  }

  @Test
  void variantThatNeverFollows_isFound() {
    String planted = CLEAN.replace("{when: {opened: true}", "{when: {after: w}");

    Finding found = only(planted, Finding.Kind.UNREACHABLE_OUTCOME);

    assertEquals("outcome 1 of clause Z1 (full-refund with hold) never follows", found.says());
    assertEquals("p.yaml:8:5", found.place());
  }

  @Test
  void overrideThatDefeatsNothing_isFound() {
    String planted = CLEAN.replace("{Z3: specific}", "{Z3: specific, Z2: complement}");

    Finding found = only(planted, Finding.Kind.DEAD_OVERRIDE);

    assertEquals("p.yaml:8:5", found.place());
    assertTrue(found.says().startsWith("clause Z1 overrides Z2"), found.says());
  }

  @Test
  void gapWithoutCondition_whereAClauseSpeaks_isRefused() {
    String planted = CLEAN.replace("claims: [cancel,", "claims: [refund, cancel,");

    assertEquals(
        "p.yaml:41:5: gap silent-kinds has no condition, but clause Z1 speaks of claims of kind"
            + " refund; allowed is that only where no clause does",
        refusal(planted).message());
  }

  @Test
  void factThatIsShownOrNot_isTriedUnknownToo() {
    String planted =
        CLEAN.replace("{salePrice: true, happened", "{shown: {chipTest: fails}, happened");
    planted = planted.replace("exactly: 5}", "exactly: 5}, chipTest: [passes, fails]");

    Example example = assertNotNullExample(only(planted, Finding.Kind.UNDECLARED_GAP));

    assertTrue(example.facts().choice(Choice.CHIP_TEST).isEmpty(), example.file());
  }

  static Finding only(String text, Finding.Kind kind) {
    List<Finding> found =
        check(text).findings().stream().filter(finding -> finding.kind() == kind).toList();
    assertEquals(1, found.size(), () -> kind + ": " + found);
    return found.getFirst();
  }

  private static PackCheck check(String text) {
    return PackCheck.of(Packs.parse("p.yaml", text).orThrow());
  }

  private static Refusal refusal(String text) {
    return assertInstanceOf(Checked.Refused.class, load(text)).refusal();
  }

  private static Example assertNotNullExample(Finding finding) {
    Example example = finding.example();
    assertNotNull(example, finding::says);
    return example;
  }

  static Decision decide(Pack pack, Example example) {
    CaseFile file = CaseFile.parse("example.yaml", example.file()).orThrow();
    GoldenCase golden = file.cases().getFirst().parsed().orThrow();
    return Engine.decide(pack, file.calendarFor(pack), golden.claim(), golden.facts());
  }

  /** The example as a case file, read again and run. */
  static void assertDecidedAsItSays(Pack pack, Example example) {
    CaseFile file = CaseFile.parse("example.yaml", example.file()).orThrow();
    List<CaseResult> results = CaseResult.run(Packs.of(List.of(pack)), file);
    assertEquals(1, results.size());
    assertTrue(results.getFirst().passed(), () -> example.file() + results.getFirst());
  }

  private static Checked<Pack> load(String text) {
    return Packs.load(new PolicyText("p.yaml", text), HolidayLists.shipped());
  }
}
