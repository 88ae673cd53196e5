package tapwright.core.policy.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.core.policy.Samples;
import tapwright.core.policy.decide.Decision;
import tapwright.core.policy.decide.Engine;
import tapwright.core.policy.fact.Choice;
import tapwright.core.policy.fact.Event;
import tapwright.core.policy.fact.Facts;
import tapwright.core.policy.fact.Line;
import tapwright.core.policy.pack.Outcome;
import tapwright.core.policy.pack.Pack;
import tapwright.core.policy.text.PolicyText;

class VersionsTest {

  private static final String CLAUSES =
      """
      calendar: {zone: Asia/Riyadh, week: [SUN, MON, TUE, WED, THU], holidays: unstated}
      clauses:
        - id: Z1
          kind: right
          source: {lines: 1, section: "1"}
          says: everything is paid back
          claims: [refund]
          when: {line: card}
          then: {outcome: full-refund}
      gaps:
        - id: no-card
          claims: [refund]
          when: {not: {line: card}}
          because: the text speaks of cards
        - id: silent-kinds
          claims: [cancel, return, replace, exchange, reactivate, delete-data, reship, dispute, termination, discontinuation]
          because: the text is silent
      """;

  private static final String FIRST = "{from: 2026-01-01, by: purchasedAt, notice: {days: 15}}";

  private static PolicyText text(String version, String inForce) {
    return new PolicyText(
        "z-" + version + ".yaml",
        "id: z-shop\nversion: \"%s\"\ntitle: A sample shop\n".formatted(version)
            + (inForce.isEmpty() ? "" : "inForce: " + inForce + "\n")
            + CLAUSES);
  }

  private static Packs.Addition with(PolicyText... texts) {
    return Packs.of(List.of()).withTexts(List.of(texts), HolidayLists.shipped());
  }

  private static List<String> refusals(PolicyText... texts) {
    return with(texts).refusals().stream().map(refusal -> refusal.message()).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-31T23:59:59+03:00, z-shop@1",
    "2026-05-31T20:59:59+00:00, z-shop@1",
    "2026-06-01T00:00:00+03:00, z-shop@2",
    "2026-05-31T21:00:00+00:00, z-shop@2",
    "2027-01-01T00:00:00+03:00, z-shop@3",
    "2025-12-31T23:59:59+03:00, z-shop@1",
  })
  void version_isThatInForceAtTheEvent_judgedInThePacksZone(String bought, String expected) {
    Packs packs =
        with(
                text("3", "{from: 2027-01-01, by: purchasedAt}"),
                text("1", "{from: 2026-01-01, by: purchasedAt}"),
                text("2", "{from: 2026-06-01, by: purchasedAt}"))
            .packs();
    Facts facts = Facts.builder().at(Event.PURCHASED_AT, Samples.at(bought)).build();

    assertEquals(expected, packs.inForce("z-shop", facts).orElseThrow().key());
  }

  @Test
  void version_postedLaterThanItsDate_bindsFromThePosting() {
    Packs packs =
        with(
                text("1", "{from: 2026-01-01, by: purchasedAt}"),
                text("2", "{from: 2026-06-01, posted: 2026-06-10, by: purchasedAt}"))
            .packs();
    Facts facts =
        Facts.builder().at(Event.PURCHASED_AT, Samples.at("2026-06-09T23:59:59+03:00")).build();

    assertEquals("z-shop@1", packs.inForce("z-shop", facts).orElseThrow().key());
  }

  @Test
  void orderOlderThanAllVersions_goesToAPersonUnderTheFirst() {
    Packs packs = with(text("2", "{from: 2026-06-01, by: purchasedAt}"), text("1", FIRST)).packs();
    Facts facts =
        Facts.builder()
            .choose(Choice.LINE, Line.CARD)
            .at(Event.PURCHASED_AT, Samples.at("2025-12-31T23:59:59+03:00"))
            .build();
    Pack pack = packs.inForce("z-shop", facts).orElseThrow();
    Decision decision =
        Engine.decide(pack, pack.calendar(), Samples.refund("2026-07-01T00:00:00+03:00"), facts);

    assertEquals("z-shop@1", pack.key());
    assertEquals(Outcome.REVIEW, decision.outcome());
  }

  @Test
  void sameVersionTwice_isRefusedWithItsPlace() {
    assertEquals(
        List.of("z-1.yaml:2:10: pack z-shop@1 is there already; names are unique"),
        refusals(text("1", FIRST), text("1", FIRST)));
  }

  @Test
  void versionThatIsShipped_isRefused() {
    String text = CLAUSES.replace("Z1", "B1");
    PolicyText mine =
        new PolicyText("b.yaml", "id: b-rigardz\nversion: \"1\"\ntitle: Mine\n" + text);

    Packs.Addition addition = Samples.PACKS.withTexts(List.of(mine), HolidayLists.shipped());

    assertEquals("policy-name-twice", addition.refusals().getFirst().code().code());
    assertEquals(Samples.PACKS.all(), addition.packs().all());
  }

  @Test
  void twoVersionsFromOneDay_areRefused() {
    assertEquals(
        List.of(
            "z-1.yaml:4:10: z-shop@1 is in force from 2026-01-01 on, just as z-shop@2; allowed is"
                + " another day",
            "z-2.yaml:4:10: z-shop@2 is in force from 2026-01-01 on, just as z-shop@1; allowed is"
                + " another day"),
        refusals(text("1", FIRST), text("2", FIRST)));
  }

  @Test
  void versionWithoutADate_standsAlone() {
    assertEquals(List.of(), refusals(text("1", "")));
    assertEquals(
        List.of(
            "z-2.yaml:2:10: z-shop@2 does not say from when it is in force, and there is z-shop@1"
                + " too; allowed is one version alone, or a date for each"),
        refusals(text("1", FIRST), text("2", "")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{from: 2026-06-01, by: purchasedAt}",
        "{from: 2026-06-01, by: purchasedAt, notice: {days: 15}}",
      })
  void laterVersion_withoutTheDateOfThePromisedNotice_isRefused(String second) {
    assertEquals(
        List.of(
            "z-2.yaml:4:10: z-shop@2 follows z-shop@1, and changes are promised 15 days ahead;"
                + " allowed is a notice with the date on which it was given"),
        refusals(text("1", FIRST), text("2", second)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{from: 2026-06-01, by: purchasedAt, notice: {days: 15, given: 2026-05-18}} | false",
        "{from: 2026-06-01, by: purchasedAt, notice: {days: 5, given: 2026-05-18}} | false",
        "{from: 2026-06-01, by: purchasedAt, notice: {days: 15, given: 2026-05-17}} | true",
      })
  void notice_isHeldAgainstWhatTheTextBeforePromised(String second, boolean taken) {
    List<String> refusals = refusals(text("1", FIRST), text("2", second));

    assertEquals(taken, refusals.isEmpty(), refusals::toString);
    assertTrue(
        taken || refusals.getFirst().contains("allowed is 2026-06-02 or later"),
        refusals::toString);
  }

  @Test
  void eachFaultyText_isRefusedWithFileLineAndColumn_andTheOthersStand() {
    PolicyText misspelt = new PolicyText("a.yaml", "id: a\nversoin: 1\n");
    PolicyText broken = new PolicyText("b.yaml", "id: [\n");
    Packs.Addition addition = with(misspelt, text("1", FIRST), broken);

    assertEquals(List.of("z-shop@1"), addition.packs().all().stream().map(Pack::key).toList());
    assertTrue(
        addition.refusals().getFirst().message().startsWith("a.yaml:2:1: key versoin is not known"),
        addition.refusals()::toString);
    assertTrue(
        addition.refusals().getLast().message().startsWith("b.yaml:"),
        addition.refusals()::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"b+rigardz", "b@2", "-b", "b rigardz"})
  void idsThatCouldBeMistaken_areRefused(String id) {
    PolicyText text = new PolicyText("a.yaml", text("1", FIRST).text().replace("z-shop", id));

    assertTrue(refusals(text).getFirst().contains("allowed is 1 to 60 letters"));
  }
}
