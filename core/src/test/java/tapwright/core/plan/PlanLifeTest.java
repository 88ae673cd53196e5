package tapwright.core.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tapwright.core.plan.Samples.BASIC;
import static tapwright.core.plan.Samples.PRO;
import static tapwright.core.plan.Samples.TERMS;
import static tapwright.core.plan.Samples.YEARLY;
import static tapwright.core.plan.Samples.code;
import static tapwright.core.plan.Samples.local;
import static tapwright.core.plan.Samples.money;
import static tapwright.core.plan.Samples.moved;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tapwright.core.card.Tier;
import tapwright.core.policy.fact.Termination;

class PlanLifeTest {

  private static final Instant START = local("2026-01-31T09:30:00-05:00");
  private static final Instant DAY_3 = START.plus(Duration.ofDays(3));
  private static final PlanOutcome.Moved BEGUN = PlanLife.start(BASIC, TERMS, START);
  private static final Charge FIRST = BEGUN.charges().getLast();

  /**
   * One word an event, in the order of {@link #STATES}: the state after it, or why it cannot be.
   */
  private static final Map<String, List<String>> TABLE = new LinkedHashMap<>();

  private static final List<Standing.State> STATES = List.of(Standing.State.values());
  private static final String NO = "plan-step-not-allowed";

  static {
    String over = "deactivated";
    TABLE.put("upgraded", List.of("running", NO, NO, NO, NO, NO));
    TABLE.put("upgrade-undone", List.of("plan-no-upgrade", "plan-no-upgrade", NO, NO, NO, NO));
    TABLE.put("downgrade-planned", List.of("plan-not-cheaper", NO, NO, NO, NO, NO));
    TABLE.put(
        "downgrade-dropped", List.of("plan-no-downgrade", "plan-no-downgrade", NO, NO, NO, NO));
    TABLE.put("cancelled-at-end", List.of("running", "grace", NO, NO, NO, NO));
    TABLE.put(
        "cancellation-withdrawn",
        List.of("plan-not-cancelled", "plan-not-cancelled", "plan-not-cancelled", NO, NO, NO));
    TABLE.put("cancelled-now", List.of(over, over, over, NO, NO, NO));
    TABLE.put("reactivated", List.of(NO, NO, NO, "running", NO, NO));
    String end = "terminated";
    TABLE.put("terminated", List.of(end, end, end, end, NO, NO));
    String gone = "discontinued";
    TABLE.put("discontinued", List.of(gone, gone, gone, gone, NO, NO));
    TABLE.put("payment-failed", List.of("grace", "grace", "lapsed", over, end, gone));
    TABLE.put("paid", List.of("running", "running", "running", over, end, gone));
    TABLE.put("reminded", List.of("plan-not-due", NO, NO, NO, NO, NO));
    TABLE.put("term-over", List.of("plan-not-due", NO, "plan-not-due", NO, NO, NO));
    TABLE.put("grace-over", List.of(NO, "plan-not-due", NO, NO, NO, NO));
  }

  private static List<PlanEvent> events() {
    List<PlanEvent> events = new ArrayList<>(List.of(PlanEvent.Step.values()));
    events.add(new PlanEvent.Upgraded(PRO));
    events.add(new PlanEvent.DowngradePlanned(PRO));
    events.add(new PlanEvent.CancelledAtEnd(DAY_3, 0));
    events.add(new PlanEvent.CancelledNow(DAY_3, true));
    events.add(new PlanEvent.Terminated(Termination.TERMS_VIOLATION, false));
    events.add(new PlanEvent.Paid(FIRST));
    events.add(new PlanEvent.PaymentFailed(FIRST));
    return events;
  }

  private static Map<Standing.State, Subscription> states() {
    Map<Standing.State, Subscription> states = new EnumMap<>(Standing.State.class);
    Subscription begun = BEGUN.subscription();
    for (Standing standing :
        List.of(
            new Standing.Running(),
            new Standing.Grace(DAY_3.plusSeconds(1)),
            new Standing.Lapsed(START),
            new Standing.Deactivated(START),
            new Standing.Terminated(START, Termination.OTHER),
            new Standing.Discontinued(START))) {
      states.put(standing.state(), begun.in(standing));
    }
    return states;
  }

  @Test
  void everyPair_isInTheTableOrRefused() {
    List<String> wrong = new ArrayList<>();
    for (PlanEvent event : events()) {
      List<String> row = TABLE.getOrDefault(event.word(), List.of());
      assertEquals(STATES.size(), row.size(), event.word());
      states()
          .forEach(
              (state, subscription) -> {
                String seen = code(PlanLife.apply(subscription, event, DAY_3, List.of()));
                if (!seen.equals(row.get(STATES.indexOf(state)))) {
                  wrong.add(state + " " + event.word() + " gives " + seen);
                }
              });
    }
    assertEquals(List.of(), wrong);
    assertEquals(TABLE.size(), events().size());
  }

  @Test
  void start_chargesTheSetUpFeeAndTheFirstTermInAdvance() {
    assertEquals(
        List.of(Charge.Kind.SET_UP, Charge.Kind.TERM),
        BEGUN.charges().stream().map(Charge::kind).toList());
    assertEquals(START, FIRST.from());
    assertEquals(local("2026-02-28T09:30:00-05:00"), FIRST.until());
    assertEquals(Tier.PAID, BEGUN.subscription().tier());
  }

  /** Counted from the start, over clocks that go on and back, and over a leap year. */
  @Test
  void renewals_areTrueAnniversaries() {
    Subscription subscription = BEGUN.subscription();
    List<Instant> seen = new ArrayList<>();
    for (int i = 0; i < 26; i++) {
      Instant end = subscription.termEndsAt();
      subscription = moved(termOver(subscription, end)).subscription();
      seen.add(end);
    }
    assertEquals(
        List.of(
            local("2026-02-28T09:30:00-05:00"),
            local("2026-03-31T09:30:00-04:00"),
            local("2026-04-30T09:30:00-04:00"),
            local("2026-05-31T09:30:00-04:00")),
        seen.subList(0, 4));
    assertEquals(local("2026-11-30T09:30:00-05:00"), seen.get(9));
    assertEquals(local("2028-02-29T09:30:00-05:00"), seen.get(24));
    assertEquals(local("2028-03-31T09:30:00-04:00"), seen.get(25));
  }

  private static PlanOutcome termOver(Subscription subscription, Instant at) {
    return PlanLife.apply(subscription, PlanEvent.Step.TERM_OVER, at, List.of());
  }

  /** What comes in the hour that comes twice renews at the first of the two, never twice. */
  @Test
  void termsThatBeginInARepeatedHour_renewOnce() {
    Instant second = Instant.parse("2026-11-01T06:30:00Z");
    Subscription begun = PlanLife.start(BASIC, TERMS, second).subscription();

    assertEquals(second, begun.termStartsAt());
    assertEquals(local("2026-12-01T01:30:00-05:00"), begun.termEndsAt());
    Subscription october =
        PlanLife.start(BASIC, TERMS, local("2026-10-01T01:30:00-04:00")).subscription();
    assertEquals(Instant.parse("2026-11-01T05:30:00Z"), october.termEndsAt());
  }

  @Test
  void upgrade_chargesTheDifferenceOfTheDaysLeftRoundedDown() {
    PlanOutcome.Moved upgraded = upgrade(BEGUN.subscription(), PRO, DAY_3);

    Charge charge = upgraded.charges().getFirst();
    assertEquals(money("18.75 USD"), charge.amount(), "25 of 28 days of 21.00");
    assertEquals(FIRST.until(), charge.until());
    assertEquals(
        local("2026-02-11T00:00:00-05:00"),
        upgraded.subscription().upgrade().orElseThrow().until());
  }

  private static PlanOutcome.Moved upgrade(Subscription subscription, Offer to, Instant at) {
    return moved(PlanLife.apply(subscription, new PlanEvent.Upgraded(to), at, List.of()));
  }

  @Test
  void upgradeToAnotherLength_beginsATermAndCountsInWhatWasPaid() {
    PlanOutcome.Moved upgraded = upgrade(BEGUN.subscription(), YEARLY, DAY_3);

    Charge charge = upgraded.charges().getFirst();
    assertEquals(money("291.07 USD"), charge.amount(), "300.00 less 25 of 28 days of 10.00");
    assertEquals(money("8.93 USD"), charge.credit());
    assertEquals(local("2027-02-03T09:30:00-05:00"), charge.until());
  }

  @Test
  void upgradeUndoneInItsWindow_givesBackItsChargeAndReturnsToThePlanBefore() {
    PlanOutcome.Moved upgraded = upgrade(BEGUN.subscription(), PRO, DAY_3);
    Subscription dear = upgraded.subscription();
    Instant closes = dear.upgrade().orElseThrow().until();
    PlanOutcome.Moved undone = moved(undo(dear, closes.minusNanos(1)));

    assertEquals(BASIC, undone.subscription().run().offer());
    assertEquals(
        Optional.of(money("18.75 USD")), undone.back().sum(Samples.paid(upgraded.charges())));
    assertEquals(Charge.State.WAIVED, undone.back().settled(upgraded.charges()).getFirst().state());
    assertEquals("plan-window-over", code(undo(dear, closes)));
    assertEquals("plan-no-upgrade", code(undo(undone.subscription(), DAY_3)));
  }

  /** The window may reach over a renewal: that was of the dearer plan, and is made of the other. */
  @Test
  void upgradeUndoneAfterARenewal_chargesTheTermOfThePlanBefore() {
    Instant late = FIRST.until().minus(Duration.ofDays(1));
    PlanOutcome.Moved upgraded = upgrade(BEGUN.subscription(), PRO, late);
    PlanOutcome.Moved renewed = moved(termOver(upgraded.subscription(), FIRST.until()));
    assertEquals(PRO.price(), renewed.charges().getFirst().amount());

    PlanOutcome.Moved undone = moved(undo(renewed.subscription(), FIRST.until().plusSeconds(1)));
    List<Charge> charged = new ArrayList<>(upgraded.charges());
    charged.addAll(renewed.charges());
    assertEquals(BASIC.price(), undone.charges().getFirst().amount());
    assertEquals(FIRST.until(), undone.charges().getFirst().from());
    assertEquals(5, undone.charges().getFirst().number());
    assertEquals(Optional.of(money("31.75 USD")), undone.back().sum(Samples.paid(charged)));
  }

  @Test
  void upgradeThatWasAskedToBeUndoneInTime_isUndoneLater() {
    Subscription upgraded = upgrade(BEGUN.subscription(), PRO, DAY_3).subscription();
    Instant until = upgraded.upgrade().orElseThrow().until();

    assertEquals(
        BASIC.plan(),
        moved(undoAsAsked(upgraded, until.minusNanos(1))).subscription().run().offer().plan());
    assertTrue(undoAsAsked(upgraded, until) instanceof PlanOutcome.Refused);
  }

  /** Carried out two days after the window. */
  private static PlanOutcome undoAsAsked(Subscription subscription, Instant asked) {
    Instant at = subscription.upgrade().orElseThrow().until().plus(Duration.ofDays(2));
    return PlanLife.apply(subscription, new PlanEvent.UpgradeUndone(asked), at, List.of());
  }

  private static PlanOutcome undo(Subscription subscription, Instant at) {
    return PlanLife.apply(subscription, PlanEvent.Step.UPGRADE_UNDONE, at, List.of());
  }

  @Test
  void downgrade_comesWithTheNextTermAndCountsFromTheSameOrigin() {
    Subscription year = PlanLife.start(YEARLY, TERMS, START).subscription();
    Subscription planned =
        moved(PlanLife.apply(year, new PlanEvent.DowngradePlanned(BASIC), DAY_3, List.of()))
            .subscription();
    assertEquals(YEARLY, planned.run().offer());

    PlanOutcome.Moved renewed = moved(termOver(planned, planned.termEndsAt()));
    assertEquals(BASIC.price(), renewed.charges().getFirst().amount());
    assertEquals(local("2027-02-28T09:30:00-05:00"), renewed.subscription().termEndsAt());
    assertEquals(Optional.empty(), renewed.subscription().next());
  }

  @Test
  void cancelledAtEnd_runsToItAndIsNotRenewed() {
    Subscription cancelled = cancelled(0);
    assertFalse(cancelled.renews());
    PlanOutcome.Moved over = moved(termOver(cancelled, cancelled.termEndsAt()));

    assertEquals(new Standing.Deactivated(FIRST.until()), over.subscription().standing());
    assertEquals(List.of(), over.charges());
    assertEquals(Tier.FREE, over.subscription().tier());
  }

  /** D1: who tells it too late is charged once more. */
  @Test
  void cancelledLate_isRenewedOnce() {
    PlanOutcome.Moved first = moved(termOver(cancelled(1), FIRST.until()));
    assertEquals(1, first.charges().size());
    PlanOutcome.Moved second =
        moved(termOver(first.subscription(), first.subscription().termEndsAt()));
    assertEquals("deactivated", second.subscription().standing().word());
    assertEquals(List.of(), second.charges());
  }

  private static Subscription cancelled(int furtherTerms) {
    return moved(
            PlanLife.apply(
                BEGUN.subscription(),
                new PlanEvent.CancelledAtEnd(DAY_3, furtherTerms),
                DAY_3,
                List.of()))
        .subscription();
  }

  @Test
  void cancellationWithdrawn_renewsAsIfNothingWas() {
    Subscription back =
        moved(PlanLife.apply(cancelled(0), PlanEvent.Step.CANCELLATION_WITHDRAWN, DAY_3, List.of()))
            .subscription();
    assertEquals(BEGUN.subscription(), back);
  }

  @Test
  void discontinued_givesBackUnusedDaysRoundedUpAndWaivesWhatIsOpen() {
    PlanOutcome.Moved gone =
        moved(PlanLife.apply(BEGUN.subscription(), PlanEvent.Step.DISCONTINUED, DAY_3, List.of()));

    assertEquals(Optional.of(money("8.93 USD")), gone.back().sum(Samples.paid(BEGUN.charges())));
    assertEquals(List.of(FIRST.in(Charge.State.WAIVED)), gone.back().settled(BEGUN.charges()));
    assertEquals(Optional.empty(), gone.back().sum(BEGUN.charges()));
  }

  @Test
  void reactivated_paysATermAndNoSetUpFee() {
    Subscription off =
        moved(
                PlanLife.apply(
                    BEGUN.subscription(),
                    new PlanEvent.CancelledNow(DAY_3, false),
                    DAY_3,
                    List.of()))
            .subscription();
    Instant later = START.plus(Duration.ofDays(400));
    PlanOutcome.Moved back =
        moved(PlanLife.apply(off, PlanEvent.Step.REACTIVATED, later, List.of()));

    assertEquals(List.of(Charge.Kind.TERM), back.charges().stream().map(Charge::kind).toList());
    assertEquals(3, back.charges().getFirst().number());
    assertEquals(later, back.subscription().termStartsAt());
    assertEquals(START, back.subscription().startedAt());
  }

  @Test
  void paymentFailed_lapsesAfterGraceAndRunsAgainOncePaid() {
    Subscription grace =
        moved(
                PlanLife.apply(
                    BEGUN.subscription(), new PlanEvent.PaymentFailed(FIRST), DAY_3, List.of()))
            .subscription();
    Instant until = local("2026-02-11T00:00:00-05:00");
    assertEquals(new Standing.Grace(until), grace.standing());
    assertEquals(Tier.PAID, grace.tier());
    Subscription lapsed =
        moved(PlanLife.apply(grace, PlanEvent.Step.GRACE_OVER, until, List.of())).subscription();
    assertEquals(Tier.FREE, lapsed.tier());

    PlanOutcome.Moved inTime = pay(lapsed, until.plusSeconds(1));
    assertEquals(FIRST.in(Charge.State.PAID), inTime.charges().getFirst());
    Instant late = FIRST.until().plus(Duration.ofDays(5));
    PlanOutcome.Moved anew = pay(lapsed, late);
    assertEquals(late, anew.subscription().termStartsAt());
    assertEquals(late, anew.charges().getFirst().from());
    assertEquals(anew.subscription().termEndsAt(), anew.charges().getFirst().until());
  }

  private static PlanOutcome.Moved pay(Subscription subscription, Instant at) {
    return moved(PlanLife.apply(subscription, new PlanEvent.Paid(FIRST), at, List.of()));
  }

  @Test
  void paidWhileAnotherChargeFailed_doesNotEndTheGrace() {
    Subscription grace = BEGUN.subscription().in(new Standing.Grace(DAY_3.plusSeconds(1)));
    Charge other = BEGUN.charges().getFirst().in(Charge.State.FAILED);
    assertEquals(
        "grace", code(PlanLife.apply(grace, new PlanEvent.Paid(FIRST), DAY_3, List.of(other))));
  }

  @Test
  void reminder_isDueOnceBeforeEachRenewalAndNeverAfterIt() {
    Subscription begun = BEGUN.subscription();
    Instant at = local("2026-02-21T00:00:00-05:00");
    assertEquals(Optional.of(at), begun.dueAt());
    assertEquals(Optional.of(PlanEvent.Step.REMINDED), begun.stepDue(at));
    assertEquals(Optional.of(PlanEvent.Step.TERM_OVER), begun.stepDue(FIRST.until()));
    Subscription told =
        moved(PlanLife.apply(begun, PlanEvent.Step.REMINDED, at, List.of())).subscription();
    assertEquals(Optional.of(FIRST.until()), told.dueAt());
    assertEquals(Optional.of(FIRST.until()), cancelled(0).dueAt());
  }

  @Test
  void paidUntil_isTheEndOfWhatIsPaidInThisRow() {
    Subscription begun = BEGUN.subscription();
    assertEquals(Optional.empty(), begun.paidUntil(BEGUN.charges()));
    assertEquals(Optional.of(FIRST.until()), begun.paidUntil(Samples.paid(BEGUN.charges())));
  }

  @Test
  void offer_isCheckedWhereItIsMade() {
    assertThrows(
        IllegalArgumentException.class, () -> Samples.offer("a b", 1, "1.00 USD", "0.00 USD"));
    assertThrows(
        IllegalArgumentException.class, () -> Samples.offer("a", 0, "1.00 USD", "0.00 USD"));
    assertThrows(
        IllegalArgumentException.class, () -> Samples.offer("a", 1, "0.00 USD", "0.00 USD"));
    assertThrows(
        IllegalArgumentException.class, () -> Samples.offer("a", 1, "1.00 USD", "0.00 EUR"));
    assertTrue(YEARLY.isDearerThan(BASIC));
  }
}
