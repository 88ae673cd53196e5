package tapwright.core.policy.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.policy.pack.Pack;
import tapwright.core.policy.page.PackPage;

class PackReaderTest {

  private static final String GOOD =
      """
      id: z-sample
      version: "1"
      title: A sample seller
      calendar: {zone: Asia/Riyadh, week: [SUN, MON], holidays: unstated}
      windows:
        w: {from: deliveredAt, calendar-days: 7, first: excluded, last: end-of-day}
      clauses:
        - id: Z1
          kind: bar
          source: {lines: 1, section: NO}
          says: no money
          claims: [refund]
          when: {line: card, usage: {in: w, more-than: 5}}
          then: {outcome: deny}
        - id: Z2
          kind: right
          source: {lines: [2, 3], section: two}
          says: money
          claims: [refund]
          when: {within: w}
          then: {outcome: full-refund}
          overrides: {Z1: specific}
      """;

  /** What is changed in the good pack, and the whole message that follows. */
  static Stream<Arguments> faults() {
    return Stream.of(
        fault(
            "title: A sample seller",
            "title: A\ntitel: B",
            "p.yaml:4:1: key titel is not known; allowed are id, version, title, inForce,"
                + " leavesOut, calendar, usage, windows, clauses, gaps"),
        fault(
            "title: A sample seller",
            "title: A\ntitle: B",
            "p.yaml:4:1: key title stands here twice; allowed is once"),
        fault(
            "title: A sample seller\n",
            "",
            "p.yaml:1:1: the document has no key title; it must have one"),
        fault(
            "kind: bar",
            "kind: wall",
            "p.yaml:9:11, clause Z1: kind is \"wall\"; allowed is one of right, bar, consequence,"
                + " discretion, condition, duty"),
        fault(
            "zone: Asia/Riyadh",
            "zone: Riyadh",
            "p.yaml:4:18: zone is \"Riyadh\"; allowed is a zone of the tz database, as"
                + " Asia/Kolkata"),
        fault(
            "week: [SUN, MON]",
            "week: [SUN, NO]",
            "p.yaml:4:43: week is \"NO\"; allowed is one of MON, TUE, WED, THU, FRI, SAT, SUN"),
        fault(
            "holidays: unstated",
            "holidays: nowhere",
            "p.yaml:4:59: holidays is \"nowhere\"; allowed is one of unstated, in-maharashtra"),
        fault(
            "calendar-days: 7",
            "calendar-days: 7.5",
            "p.yaml:6:41: calendar-days is \"7.5\"; allowed is a whole number from 1 to 10000"),
        fault(
            "calendar-days: 7, first",
            "hours: 7, first",
            "p.yaml:6:43: first is \"excluded\"; allowed is no such rule: hours have no first and"
                + " last day, and before an event it is fixed"),
        fault(
            "calendar-days: 7",
            "calendar-days: 7, hours: 2",
            "p.yaml:6:6: w is a mapping; allowed is exactly one of hours, calendar-days,"
                + " business-days"),
        fault(
            "line: card",
            "lien: card",
            "p.yaml:13:12, clause Z1: key lien is not known; allowed are"),
        fault(
            "line: card",
            "line: crad",
            "p.yaml:13:18, clause Z1: line is \"crad\"; allowed is one of subscription, card,"
                + " plaque, accessory, digital, service, setup-fee, gift-card"),
        fault(
            "in: w,",
            "in: v,",
            "p.yaml:13:36, clause Z1: in is \"v\"; allowed is a window of this pack: w"),
        fault(
            "more-than: 5",
            "more-than: few",
            "p.yaml:13:50, clause Z1: more-than is \"few\"; allowed is a whole number from 0 to"
                + " 1000000000"),
        fault(
            "outcome: deny",
            "outcome: no",
            "p.yaml:14:21, clause Z1: outcome is \"no\"; allowed is one of full-refund,"),
        fault("id: Z2", "id: Z1", "p.yaml:15:5: clause Z1 is there already; names are unique"),
        fault(
            "overrides: {Z1: specific}",
            "overrides: {Z9: specific}",
            "p.yaml:22:21: overrides is \"Z9\"; allowed is a clause of this pack: Z1, Z2"),
        fault(
            "then: {outcome: deny}",
            "then: {outcome: deny}\n    overrides: {Z2: specific}",
            "p.yaml:8:3: overrides run in a circle through Z1, Z2; allowed is one direction"),
        fault(
            "then: {outcome: deny}",
            "then: [{outcome: deny}, {outcome: review}]",
            "p.yaml:14:12, clause Z1: then has no key when; it must have one"),
        fault(
            "title: A sample seller",
            "title: [A, B]",
            "p.yaml:3:8: title is a list of 2; allowed is a text"),
        fault(
            "title: A sample seller",
            "title: &name A",
            "p.yaml:3:8: anchors and aliases are not taken"),
        fault(
            "line: card",
            "line: []",
            "p.yaml:13:18, clause Z1: line is a list of 0; allowed is at least one of"),
        fault(
            "when: {within: w}",
            "when: {}",
            "p.yaml:20:11, clause Z2: when is a mapping; allowed is at least one condition"),
        fault(
            "claims: [refund]",
            "claims: []",
            "p.yaml:12:13, clause Z1: claims is a list of 0; allowed is at least one of cancel,"),
        fault(
            "says: no money",
            "says: no money\n    evidence: [[]]",
            "p.yaml:12:16, clause Z1: evidence is a list of 0; allowed is at least one of"),
        fault("title: A sample seller", "title: \"A", "p.yaml:"));
  }

  private static Arguments fault(String good, String bad, String message) {
    return Arguments.of(good, bad, message);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void fault_isRefusedWithItsPlace(String good, String bad, String message) {
    assertTrue(GOOD.contains(good), good);

    String seen =
        refusal(GOOD.replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(bad))).message();

    assertTrue(seen.startsWith(message), seen);
  }

  @Test
  void goodPack_isTaken_andTextStaysText() {
    Pack pack = Packs.parse("p.yaml", GOOD).orThrow();

    assertEquals("z-sample@1", pack.key());
    assertEquals("NO", pack.citations().getFirst().source().section());
    assertEquals("section \"two\", lines 2, 3", pack.citations().getLast().source().toString());
    assertTrue(
        PackPage.of(pack).contains("  goes before   Z1 because it is the more specific rule"));
  }

  @Test
  void emptyText_andOtherYaml_areRefused() {
    assertEquals("p.yaml: the text is empty", refusal("").message());
    assertTrue(refusal("- a\n- b\n").message().contains("allowed is a mapping"));
  }

  @Test
  void conditionsDeeperThanAPersonCanFollow_areRefused() {
    String deep = "{not: ".repeat(40) + "{line: card}" + "}".repeat(40);

    assertTrue(
        refusal(GOOD.replace("{within: w}", deep))
            .message()
            .contains("at most 12 conditions inside one another"));
  }

  @Test
  void textNestedWithoutEnd_isRefusedBeforeItIsComposed() {
    assertEquals(
        "p.yaml:1:65: nested deeper than 64 levels", refusal("[".repeat(200_000)).message());
  }

  @Test
  void otherByteInTheText_givesAnotherHash() {
    Pack one = Packs.parse("p.yaml", GOOD).orThrow();
    Pack other = Packs.parse("p.yaml", GOOD + "# a remark\n").orThrow();

    assertTrue(!one.sha256().equals(other.sha256()));
  }

  private static Refusal refusal(String text) {
    Checked<Pack> parsed = Packs.parse("p.yaml", text);
    return assertInstanceOf(Checked.Refused.class, parsed).refusal();
  }
}
