package tapwright.core.policy.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.core.Checked;
import tapwright.core.policy.Money;
import tapwright.core.policy.Samples;
import tapwright.core.policy.calendar.Calendar;
import tapwright.core.policy.decide.Decision;
import tapwright.core.policy.decide.Engine;
import tapwright.core.policy.explain.Explanation;
import tapwright.core.policy.fact.Choice;
import tapwright.core.policy.fact.Claim;
import tapwright.core.policy.fact.ClaimKind;
import tapwright.core.policy.fact.Design;
import tapwright.core.policy.fact.DisputeKind;
import tapwright.core.policy.fact.DisputeStatus;
import tapwright.core.policy.fact.Event;
import tapwright.core.policy.fact.Evidence;
import tapwright.core.policy.fact.Facts;
import tapwright.core.policy.fact.Flag;
import tapwright.core.policy.fact.Line;
import tapwright.core.policy.fact.Reason;
import tapwright.core.policy.pack.Ground;
import tapwright.core.policy.pack.Outcome;
import tapwright.core.policy.pack.Overlay;
import tapwright.core.policy.pack.Pack;
import tapwright.core.policy.pack.Step;
import tapwright.core.policy.read.PackReader;
import tapwright.core.policy.text.PolicyText;

class OverlayTest {

  private static final int ROUNDS = 150;
  private static final Overlays OVERLAYS = Overlays.shipped();
  private static final Pack E = Samples.PACKS.find("e-mand").orElseThrow();
  private static final Pack E_KSA = over("e-mand", "law-ksa");
  private static final String BOUGHT = "2026-03-01T10:00:00+03:00";
  private static final String DELIVERED = "2026-03-05T12:00:00+03:00";

  private static Pack over(String pack, String... overlays) {
    return OVERLAYS.onAll(Samples.PACKS, List.of(overlays)).orThrow().find(pack).orElseThrow();
  }

  private static Claim asking(ClaimKind kind, Reason reason, String at) {
    return Claim.withAllEvidence(kind, reason, Samples.at(at));
  }

  private static Facts.Builder card() {
    return Facts.builder()
        .choose(Choice.LINE, Line.CARD)
        .choose(Choice.DESIGN, Design.STOCK)
        .price(Money.parse("149.00 SAR").orElseThrow())
        .at(Event.PURCHASED_AT, Samples.at(BOUGHT))
        .at(Event.PROCESSED_AT, Samples.at(BOUGHT))
        .at(Event.SHIPPED_AT, Samples.at("2026-03-02T10:00:00+03:00"));
  }

  private static Facts.Builder delivered() {
    return card().at(Event.DELIVERED_AT, Samples.at(DELIVERED));
  }

  /** Under a calendar that knows every year, so that no answer waits for holidays. */
  private static Decision decide(Pack pack, Claim claim, Facts.Builder facts) {
    Calendar calendar = Calendar.complete(pack.calendar().zone(), pack.calendar().week(), Set.of());
    return Engine.decide(pack, calendar, claim, facts.build());
  }

  @Test
  void returnOnDayFive_isDeniedByThePolicy_andGrantedByTheLaw() {
    Claim claim = asking(ClaimKind.RETURN, Reason.CHANGE_OF_MIND, "2026-03-10T09:00:00+03:00");

    Decision without = decide(E, claim, delivered());
    Decision with = decide(E_KSA, claim, delivered());

    assertEquals(Outcome.DENY, without.outcome());
    assertEquals(Outcome.FULL_REFUND, with.outcome());
    assertEquals(List.of("KSA1"), with.byIds());
    assertEquals(List.of("E4", "E5"), with.overIds());
    assertEquals(Ground.LAW, with.over().getFirst().ground());
    assertEquals("149.00 SAR", String.valueOf(with.amount()));
    assertEquals(
        Samples.at("2026-03-13T00:00:00+03:00"), Objects.requireNonNull(with.until()).at());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-12T23:59:59+03:00, FULL_REFUND",
    "2026-03-13T00:00:00+03:00, DENY",
  })
  void returnRightOfTheLaw_endsWithTheSeventhDay(String at, Outcome expected) {
    Claim claim = asking(ClaimKind.RETURN, Reason.CHANGE_OF_MIND, at);

    assertEquals(expected, decide(E_KSA, claim, delivered()).outcome());
  }

  @Test
  void whatTheLawExcepts_staysWithThePolicy() {
    Claim claim = asking(ClaimKind.RETURN, Reason.CHANGE_OF_MIND, "2026-03-10T09:00:00+03:00");

    List<Facts.Builder> excepted =
        List.of(
            delivered().flag(Flag.USED, true),
            delivered().flag(Flag.PERSONALISED, true),
            delivered().choose(Choice.DESIGN, Design.CUSTOM),
            delivered().at(Event.ACTIVATED_AT, Samples.at("2026-03-06T09:00:00+03:00")));

    for (Facts.Builder facts : excepted) {
      assertEquals(decide(E, claim, facts).outcome(), decide(E_KSA, claim, facts).outcome());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-16T23:59:59+03:00, false",
    "2026-03-17T00:00:00+03:00, true",
  })
  void goodsMoreThanFifteenDaysLate_mayBeCancelled(String at, boolean late) {
    Decision decision = decide(E_KSA, asking(ClaimKind.REFUND, Reason.NOT_RECEIVED, at), card());

    assertEquals(late, decision.byIds().equals(List.of("KSA2")), decision::toString);
    assertEquals(late, decision.outcome() == Outcome.FULL_REFUND);
  }

  @Test
  void moneyDueByTheLaw_comesBeforeTheSellersLaterDate() {
    Claim claim = asking(ClaimKind.CANCEL, Reason.UNSPECIFIED, "2026-03-02T09:00:00+03:00");
    Facts.Builder facts =
        Facts.builder()
            .choose(Choice.LINE, Line.CARD)
            .choose(Choice.DESIGN, Design.STOCK)
            .at(Event.PURCHASED_AT, Samples.at(BOUGHT))
            .at(Event.APPROVED_AT, Samples.at("2026-03-02T10:00:00+03:00"));

    assertEquals(
        Samples.at("2026-03-23T00:00:00+03:00"), decide(E, claim, facts).due().get(Step.REFUND));
    assertEquals(
        Samples.at("2026-03-17T00:00:00+03:00"),
        decide(E_KSA, claim, facts).due().get(Step.REFUND));
  }

  @Test
  void moneyInDispute_isHeldUnderTheLawToo() {
    Claim claim = asking(ClaimKind.RETURN, Reason.CHANGE_OF_MIND, "2026-03-10T09:00:00+03:00");
    Facts.Builder disputed =
        delivered()
            .choose(Choice.DISPUTE_KIND, DisputeKind.CHARGEBACK)
            .choose(Choice.DISPUTE_STATUS, DisputeStatus.OPEN);
    Facts.Builder suspicious = delivered().flag(Flag.RISK_FLAG, true);

    assertEquals(decide(E, claim, disputed).outcome(), decide(E_KSA, claim, disputed).outcome());
    Decision held = decide(E_KSA, claim, suspicious);
    assertEquals(Outcome.REVIEW, held.outcome());
    assertTrue(held.overIds().contains("KSA1"), held::toString);
  }

  @Test
  void rightOfTheSeller_goesFirstWhereItGivesSomething() {
    Claim claim = asking(ClaimKind.RETURN, Reason.CHANGE_OF_MIND, "2026-03-09T09:00:00+05:30");
    Facts.Builder facts =
        delivered().at(Event.DELIVERED_AT, Samples.at("2026-03-05T12:00:00+05:30"));
    Decision without = decide(Samples.B, claim, facts);
    Decision with = decide(over("b-rigardz", "law-eu", "law-ksa"), claim, facts);

    assertEquals(Outcome.FULL_REFUND, without.outcome());
    assertEquals(without.outcome(), with.outcome());
    assertEquals(without.amount(), with.amount());
    assertTrue(with.byIds().containsAll(without.byIds()), with::toString);
  }

  @Test
  void customersChoice_ofADefectInIndia_standsAgainstASellerWhoChooses() {
    Pack plain = Samples.PACKS.find("c-vtag").orElseThrow();
    Pack pack = over("c-vtag", "law-in");
    Claim claim = asking(ClaimKind.REFUND, Reason.DEFECTIVE, "2026-06-01T09:00:00+07:00");

    assertNotEquals(Outcome.CUSTOMER_CHOICE, decide(plain, claim, delivered()).outcome());
    Decision decision = decide(pack, claim, delivered());
    assertEquals(Outcome.CUSTOMER_CHOICE, decision.outcome());
    assertEquals(List.of("IN1"), decision.byIds());
    assertEquals(claim.at().plusSeconds(48 * 3600), decision.due().get(Step.ACKNOWLEDGE));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-23T23:59:59+03:00, EU1",
    "2026-03-24T00:00:00+03:00, ''",
  })
  void lastDayInEurope_onAFreeDay_movesToTheNextWorkingDay(String at, String by) {
    Pack pack = over("e-mand", "law-eu");
    Facts.Builder facts =
        delivered().at(Event.DELIVERED_AT, Samples.at("2026-03-06T12:00:00+03:00"));
    Calendar calendar =
        Calendar.complete(
            pack.calendar().zone(), pack.calendar().week(), Set.of(LocalDate.parse("2026-03-22")));

    Decision decision =
        Engine.decide(
            pack, calendar, asking(ClaimKind.RETURN, Reason.CHANGE_OF_MIND, at), facts.build());

    // 6 March and fourteen days is Friday the 20th; Saturday is free, and Sunday a holiday.
    assertEquals(!by.isEmpty(), decision.byIds().contains("EU1"), decision::toString);
  }

  @Test
  void combinedPack_namesBothAndHashesBoth() {
    assertEquals("e-mand@1+law-ksa@1", E_KSA.key());
    assertNotEquals(E.sha256(), E_KSA.sha256());
    assertEquals(E_KSA.sha256(), over("e-mand", "law-ksa").sha256());
    assertNotEquals(over("e-mand", "law-eu").sha256(), E_KSA.sha256());
    Packs packs = Packs.of(List.of(E_KSA));
    for (String name : List.of("e-mand", "e-mand@1", "e-mand@1+law-ksa@1")) {
      assertEquals(E_KSA, packs.find(name).orElseThrow());
    }
  }

  @Test
  void explanation_saysWhetherTheLawWasConsidered() {
    Claim claim = asking(ClaimKind.RETURN, Reason.CHANGE_OF_MIND, "2026-03-10T09:00:00+03:00");

    String without = Explanation.of(decide(E, claim, delivered())).getLast();
    String with =
        Explanation.of(decide(over("e-mand", "law-ksa", "law-eu"), claim, delivered())).getLast();

    assertTrue(
        without.endsWith("Rights that the law gives beside the policy were not considered."));
    assertTrue(
        with.endsWith(
            "Rights that the law gives beside the policy were considered: law-ksa@1 and law-eu@1,"
                + " which a lawyer has to confirm."),
        with);
  }

  @Test
  void everyOverlay_saysThatCounselHasToConfirmIt() {
    assertEquals(
        List.of("law-eu", "law-in", "law-ksa"), OVERLAYS.all().stream().map(Overlay::id).toList());
    for (Overlay overlay : OVERLAYS.all()) {
      assertEquals("confirm with counsel", overlay.counsel());
      assertFalse(overlay.law().isBlank());
      assertFalse(overlay.title().isBlank());
    }
  }

  private static final String OVERLAY =
      """
      id: law-x
      version: "1"
      title: A law
      overlay: {law: A law, counsel: confirm with counsel}
      windows:
        w: {from: deliveredAt, calendar-days: 7, first: excluded, last: end-of-day}
      clauses:
        - id: X1
          kind: right
          source: {lines: 1, section: "1"}
          says: goods are taken back
          claims: [return]
          when: {within: w}
          then: {outcome: full-refund}
        - id: X2
          kind: duty
          source: {lines: 1, section: "2"}
          says: receipt is confirmed
          claims: [return]
          due:
            - {step: acknowledge, hours: 48}
      """;

  private static String refusal(String text) {
    return switch (PackReader.readOverlay(new PolicyText("x.yaml", text))) {
      case Checked.Passed<Overlay> taken -> "taken: " + taken.value();
      case Checked.Refused<Overlay> refused -> refused.refusal().message();
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kind: right | kind: bar | x.yaml:9:11, clause X1: kind is bar, and an overlay only adds; allowed is right or duty",
        "kind: right | kind: discretion | kind is discretion",
        "outcome: full-refund | outcome: deny | then is deny, and an overlay only adds; allowed is an outcome",
        "outcome: full-refund | outcome: review | then is review",
        "outcome: full-refund | outcome: seller-choice | then is seller-choice",
        "{outcome: full-refund} | {outcome: full-refund, effects: [suspend]} | then is suspend",
        "step: acknowledge, hours: 48 | step: ship-back, hours: 48 | due is ship-back",
        "hours: 48 | business-days: 2, first: excluded, last: end-of-day | due is acknowledge on another clock",
        "overlay: {law: A law, counsel: confirm with counsel} | calendar: {zone: UTC} | key calendar is not known",
        "counsel: confirm with counsel | council: confirm | key council is not known",
      })
  void overlayThatTakesSomething_isRefusedWithItsPlace(String from, String to, String expected) {
    assertTrue(OVERLAY.contains(from));
    assertTrue(
        refusal(OVERLAY.replace(from, to)).contains(expected), refusal(OVERLAY.replace(from, to)));
  }

  @Test
  void overlayWithAnEdge_isRefused() {
    String text =
        OVERLAY.replace("  when: {within: w}", "  overrides: {X2: law}\n    when: {within: w}");

    assertTrue(refusal(text).contains("overrides is X2, and an overlay only adds"), refusal(text));
    assertEquals("taken: law-x@1", refusal(OVERLAY));
  }

  @Test
  void clauseOfOneName_inPackAndOverlay_isRefused() {
    Overlay overlay =
        PackReader.readOverlay(new PolicyText("x.yaml", OVERLAY.replace("X1", "E5"))).orThrow();

    assertTrue(E.withOverlay(overlay) instanceof Checked.Refused<Pack>);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "e-mand: [law-ksa] | e-mand@1+law-ksa@1",
        "e-mand: [law-ksa@1, law-eu] | e-mand@1+law-ksa@1+law-eu@1",
        "b-rigardz: [law-in] | e-mand@1",
      })
  void settings_switchOverlaysOn(String settings, String expected) {
    Packs packs =
        OVERLAYS.switchedOn(Samples.PACKS, new PolicyText("overlays.yaml", settings)).orThrow();

    assertEquals(expected, packs.find("e-mand").orElseThrow().key());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "e-mand: [law-uk] | overlays.yaml:1:10: no overlay law-uk; there are law-eu, law-in, law-ksa",
        "e-man: [law-eu] | allowed is under the id of a pack: a-smart-card-generator, b-rigardz",
        "e-mand: law-eu | allowed is a list",
      })
  void settingsThatNameNothing_areRefused(String settings, String expected) {
    Checked<Packs> read =
        OVERLAYS.switchedOn(Samples.PACKS, new PolicyText("overlays.yaml", settings));

    assertTrue(
        read instanceof Checked.Refused<Packs> refused
            && refused.refusal().message().contains(expected),
        read::toString);
  }

  /** Whatever is claimed: no grant is lost, and nothing that was due comes later. */
  @ParameterizedTest
  @ValueSource(longs = {1, 20261122})
  void overlay_neverTakesAnythingAway(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<Pack> combined = new ArrayList<>();
    for (Overlay overlay : OVERLAYS.all()) {
      combined.addAll(OVERLAYS.onAll(Samples.PACKS, List.of(overlay.id())).orThrow().all());
    }
    combined.addAll(
        OVERLAYS.onAll(Samples.PACKS, List.of("law-eu", "law-in", "law-ksa")).orThrow().all());
    int granted = 0;
    int added = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Instant bought = Samples.at(BOUGHT).plus(Duration.ofHours(random.nextInt(400)));
      Claim claim = claim(random, bought.plus(Duration.ofHours(random.nextInt(700))));
      Facts facts = order(random, bought);
      for (Pack with : combined) {
        Pack without = Samples.PACKS.find(with.id()).orElseThrow();
        Calendar calendar =
            Calendar.complete(with.calendar().zone(), with.calendar().week(), Set.of());
        Decision before = Engine.decide(without, calendar, claim, facts);
        Decision after = Engine.decide(with, calendar, claim, facts);
        if (grants(before)) {
          granted++;
          checkNothingTaken(before, after, "seed " + seed + ", round " + round);
        } else if (grants(after)) {
          added++;
        }
      }
    }
    assertTrue(granted > 100, "only " + granted + " grants were compared");
    assertTrue(added > 20, "the law granted only " + added + " times what no policy did");
  }

  private static Claim claim(RandomGenerator random, Instant at) {
    Claim claim =
        Claim.withAllEvidence(
            any(
                random,
                List.of(ClaimKind.REFUND, ClaimKind.RETURN, ClaimKind.CANCEL, ClaimKind.REPLACE)),
            any(random, List.of(Reason.values())),
            at);
    return random.nextInt(4) > 0
        ? claim
        : new Claim(claim.kind(), claim.reason(), at, Set.of(any(random, Evidence.values())));
  }

  /** An order as they mostly are, so that policies grant something often enough. */
  private static Facts order(RandomGenerator random, Instant bought) {
    Facts.Builder facts = Facts.builder().at(Event.PURCHASED_AT, bought);
    facts.choose(Choice.LINE, any(random, Choice.LINE.allowed()));
    if (random.nextBoolean()) {
      facts.choose(Choice.LINE, Line.CARD);
    }
    for (Choice choice : Choice.ALL) {
      boolean ofTheOrder = !choice.isOfTheClaim() && choice != Choice.LINE;
      if (ofTheOrder && random.nextInt(choice == Choice.DESIGN ? 2 : 6) == 0) {
        facts.choose(choice, any(random, choice.allowed()));
      }
    }
    for (Flag flag : Flag.ALL) {
      facts.flag(flag, random.nextInt(8) == 0);
    }
    Instant last = bought;
    for (Event event :
        List.of(Event.PROCESSED_AT, Event.SHIPPED_AT, Event.DELIVERED_AT, Event.APPROVED_AT)) {
      last = last.plus(Duration.ofHours(random.nextInt(90)));
      if (random.nextInt(5) > 0) {
        facts.at(event, last);
      }
    }
    return facts.usage(Samples.uses(random.nextInt(60))).build();
  }

  private static <T> T any(RandomGenerator random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private static Evidence any(RandomGenerator random, Evidence[] values) {
    return values[random.nextInt(values.length)];
  }

  private static boolean grants(Decision decision) {
    return decision.outcome().grants() && decision.outcome() != Outcome.SELLER_CHOICE;
  }

  private static void checkNothingTaken(Decision before, Decision after, String where) {
    String seen = where + ": " + before + " becomes " + after;
    assertEquals(before.outcome(), after.outcome(), seen);
    assertEquals(before.effects(), after.effects(), seen);
    for (Map.Entry<Step, Instant> due : before.due().entrySet()) {
      Instant then = after.due().get(due.getKey());
      assertTrue(then != null && !then.isAfter(due.getValue()), seen);
    }
  }
}
