package tapwright.core.policy.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tapwright.core.policy.Samples.at;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tapwright.core.Checked;
import tapwright.core.policy.Samples;
import tapwright.core.policy.fact.Claim;
import tapwright.core.policy.fact.ClaimKind;
import tapwright.core.policy.fact.Evidence;
import tapwright.core.policy.fact.Reason;
import tapwright.core.policy.library.Packs;
import tapwright.core.policy.pack.Pack;

class CaseFileTest {

  private static final String GOOD =
      """
      policy: b-rigardz
      calendar: {zone: Asia/Kolkata, week: [MON, TUE], holidays: [2026-01-26]}
      cases:
        - name: one
          claim: {kind: refund, at: "2026-05-02T10:00:00+05:30"}
          facts: {line: subscription, term: monthly, purchasedAt: "2026-04-27T09:15:00+05:30", price: "5.00 INR", taps: 3, shares: 0, contentMatchesOrder: false, opened: true, dispute: {kind: inquiry, status: open}}
          expect: {outcome: full-refund, by: [B1], due: {}}
        - name: two
          claim: {kind: refund, at: "2026-05-02T10:00:00+05:30"}
          facts: {line: card}
          expect: {outcome: review}
      """;

  static Stream<Arguments> faults() {
    return Stream.of(
        fault(
            "kind: refund", "kind: money", "f.yaml:5:19, case \"one\": kind is \"money\"; allowed"),
        fault(
            "+05:30\"}\n    facts: {line: sub",
            "\"}\n    facts: {line: sub",
            "f.yaml:5:31, case \"one\": at is \"2026-05-02T10:00:00\"; allowed is a date and time"
                + " with its offset, as 2026-03-04T23:59:59+05:30"),
        fault(
            "taps: 3",
            "tabs: 3",
            "f.yaml:6:109, case \"one\": key tabs is not known; allowed are line, plan, term"),
        fault("taps: 3", "taps: -3", "f.yaml:6:115, case \"one\": taps is \"-3\"; allowed"),
        fault(
            "5.00 INR", "5.001 INR", "f.yaml:6:97, case \"one\": price is \"5.001 INR\"; allowed"),
        fault(
            "opened: true",
            "opened: yes",
            "f.yaml:6:165, case \"one\": opened is \"yes\"; allowed"),
        fault("status: open", "status: shut", "f.yaml:6:204, case \"one\": status is \"shut\""),
        fault(
            "shares: 0", "usage: []", "f.yaml:6:125, case \"one\": usage is a list of 0; allowed"),
        fault("due: {}", "due: {soon: 1}", "f.yaml:7:52, case \"one\": key soon is not known"),
        fault("by: [B1]", "bye: [B1]", "f.yaml:7:36, case \"one\": key bye is not known; allowed"),
        fault("2026-04-27T09", "2026-04-31T09", "f.yaml:6:61, case \"one\": purchasedAt is"));
  }

  private static Arguments fault(String good, String bad, String message) {
    return Arguments.of(good, bad, message);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void faultInOneCase_failsThatCaseWithItsPlace_andNoOther(
      String good, String bad, String message) {
    assertTrue(GOOD.contains(good), good);
    int first = GOOD.indexOf(good);
    String text = GOOD.substring(0, first) + bad + GOOD.substring(first + good.length());

    List<CaseResult> results = run(text);

    assertFalse(results.getFirst().passed());
    assertTrue(results.getFirst().why().startsWith(message), results.getFirst().why());
    assertTrue(results.getLast().passed(), results.getLast().why());
  }

  @Test
  void goodFile_passes() {
    assertEquals(List.of(true, true), run(GOOD).stream().map(CaseResult::passed).toList());
  }

  @Test
  void faultInTheHead_refusesTheFile() {
    assertEquals(
        "f.yaml:1:1: key polizy is not known; allowed are policy, calendar, cases",
        refusal(GOOD.replace("policy:", "polizy:")));
    assertEquals(
        "f.yaml:2:18: zone is \"Mumbai\"; allowed is a zone of the tz database, as Asia/Kolkata",
        refusal(GOOD.replace("Asia/Kolkata", "Mumbai")));
    assertEquals(
        "f.yaml:2:61: holidays is \"2026-02-30\"; allowed is a date, as 2026-03-04",
        refusal(GOOD.replace("2026-01-26", "2026-02-30")));
  }

  @Test
  void packThatIsNotShipped_failsEachCaseWithTheReason() {
    List<CaseResult> results = run(GOOD.replace("b-rigardz", "z-other"));

    assertEquals(2, results.size());
    for (CaseResult result : results) {
      assertFalse(result.passed());
      assertEquals(
          "no pack z-other is at hand; at hand are a-smart-card-generator, b-rigardz, c-vtag,"
              + " d-smartcalls, e-mand",
          result.why());
    }
  }

  @Test
  void failure_saysWhatWasExpectedAndWhatCame() {
    CaseResult result =
        run(GOOD.replace("full-refund, by: [B1]", "cancel, by: [B99], effects: []")).getFirst();

    assertEquals("outcome cancel, by B99, effects none", result.expected());
    assertEquals("outcome full-refund, by B1, effects cancel-now", result.got());
    assertEquals("b-rigardz@1 does not carry B99; decided by B1", result.why());
  }

  @Test
  void defaults_areAllEvidenceAndNoReason() {
    GoldenCase golden = file(GOOD).cases().getFirst().parsed().orThrow();

    assertEquals(
        new Claim(
            ClaimKind.REFUND,
            Reason.UNSPECIFIED,
            at("2026-05-02T10:00:00+05:30"),
            EnumSet.allOf(Evidence.class)),
        golden.claim());
    assertEquals(
        """
        line subscription
        term monthly
        contentMatchesOrder false
        disputeKind inquiry
        disputeStatus open
        opened true
        purchasedAt 2026-04-27T03:45:00Z
        price 5.00 INR
        taps 3
        shares 0
        """,
        golden.facts().toText());
  }

  @Test
  void caseByName_isFound_orTheNamesAreListed() {
    assertEquals("two", file(GOOD).named("two").orThrow().name());
    Checked<CaseFile.Entry> missing = file(GOOD).named("three");
    assertEquals(
        "f.yaml has no case named \"three\"; it has \"one\", \"two\"",
        ((Checked.Refused<CaseFile.Entry>) missing).refusal().message());
  }

  @Test
  void calendarOfTheFile_replacesThePacks_andKnowsEveryYear() {
    Pack pack =
        Samples.pack(
            """
            clauses:
              - id: Z1
                kind: right
                source: {lines: 1, section: one}
                says: cancelled after two business days
                claims: [cancel]
                then: {outcome: cancel}
                due:
                  - {step: cancel-effective, business-days: 2, first: excluded, last: end-of-day}
            """);
    CaseFile file =
        file(
            """
            policy: z-sample
            calendar: {zone: UTC, week: [MON, TUE, WED, THU, FRI], holidays: [2026-03-09]}
            cases:
              - name: over a weekend and a holiday
                claim: {kind: cancel, at: "2026-03-06T10:00:00+00:00"}
                expect: {outcome: cancel, due: {cancel-effective: "2026-03-12T00:00:00+00:00"}}
              - name: another year
                claim: {kind: cancel, at: "2031-03-07T10:00:00+00:00"}
                expect: {outcome: cancel, due: {cancel-effective: "2031-03-12T00:00:00+00:00"}}
            """);

    List<CaseResult> results = CaseResult.run(Packs.of(List.of(pack)), file);

    assertEquals(List.of(), results.stream().filter(result -> !result.passed()).toList());
  }

  private static CaseFile file(String text) {
    return CaseFile.parse("f.yaml", text).orThrow();
  }

  private static List<CaseResult> run(String text) {
    return CaseResult.run(Samples.PACKS, file(text));
  }

  private static String refusal(String text) {
    Checked<CaseFile> parsed = CaseFile.parse("f.yaml", text);
    return ((Checked.Refused<CaseFile>) parsed).refusal().message();
  }
}
