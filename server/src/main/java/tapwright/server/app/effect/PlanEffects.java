package tapwright.server.app.effect;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tapwright.core.Refusal;
import tapwright.core.card.Tier;
import tapwright.core.plan.Charge;
import tapwright.core.plan.Offer;
import tapwright.core.plan.PlanEvent;
import tapwright.core.plan.Standing;
import tapwright.core.plan.Subscription;
import tapwright.core.policy.Word;
import tapwright.core.policy.fact.Choice;
import tapwright.core.policy.fact.Line;
import tapwright.core.policy.fact.Termination;
import tapwright.core.policy.pack.Effect;
import tapwright.server.app.Answer;
import tapwright.server.app.subscription.MoveSubscription;
import tapwright.server.record.subscription.Payer;
import tapwright.server.record.subscription.StoredSubscription;

/**
 * What claims do to plans. How much money goes back for it is what the claim says, so no event here
 * tells of any; where the claim pays, what is charged for time ahead is settled.
 */
final class PlanEffects {

  /** How a task refers to what was done to a plan. */
  static final String REFERENCE = "subscription ";

  /** Dates of a policy are ends of days; a notice that came late costs a month at least. */
  private static final Duration SAME_TERM = Duration.ofDays(2);

  private static final Set<Standing.State> ENDED =
      EnumSet.of(
          Standing.State.DEACTIVATED, Standing.State.TERMINATED, Standing.State.DISCONTINUED);

  private final CardEffects cards;

  PlanEffects(CardEffects cards) {
    this.cards = cards;
  }

  /** What can be done with a plan that there is. */
  private static Answer<Carried> onPlan(
      Work work, Function<StoredSubscription, Answer<Carried>> act) {
    return plan(work)
        .map(act)
        .orElseGet(
            () ->
                Answer.refused(EffectRefusal.NO_SUBSCRIPTION.with("order", work.order().number())));
  }

  private static Optional<StoredSubscription> plan(Work work) {
    return work.records().subscriptions().of(Payer.of(work.order())).stream()
        .findFirst()
        .map(one -> MoveSubscription.upToDate(work.records(), one, work.onPlan().now()));
  }

  /**
   * Now or at the end of a term, as the decision's other effects or its date have it; goods now.
   */
  Answer<Carried> cancel(Work work) {
    Optional<Refusal> unsaid = unsaid(work);
    if (unsaid.isPresent()) {
      return Answer.refused(unsaid.get());
    }
    if (work.isAboutGoods() || work.isBeside(Effect.CANCEL_NOW)) {
      return cancelNow(work);
    }
    boolean atEnd =
        work.isBeside(Effect.CANCEL_AT_TERM_END)
            || due(work).isEmpty()
            || plan(work).filter(one -> isBeforeTheEnd(one, due(work).get())).isEmpty();
    return atEnd ? cancelAtTermEnd(work) : deactivate(work);
  }

  private static Optional<Instant> due(Work work) {
    return work.task().task().plan().dueAt();
  }

  private static boolean isBeforeTheEnd(StoredSubscription one, Instant due) {
    return due.plus(SAME_TERM).isBefore(one.plan().termEndsAt());
  }

  /** Goods that are cancelled are not made or do not stay in use; a plan ends. */
  Answer<Carried> cancelNow(Work work) {
    Optional<Refusal> unsaid = unsaid(work);
    if (unsaid.isPresent()) {
      return Answer.refused(unsaid.get());
    }
    return work.isAboutGoods() ? cards.revoke(work) : deactivate(work);
  }

  /** Where nobody said what is cancelled, nobody's plan ends by a guess. */
  private static Optional<Refusal> unsaid(Work work) {
    return work.isAboutGoods() || work.isAbout(Line.SUBSCRIPTION)
        ? Optional.empty()
        : plan(work)
            .map(
                one ->
                    EffectRefusal.LINE_UNSAID.with(
                        "claim", work.claim().id(), "subscription", one.id()));
  }

  Answer<Carried> deactivate(Work work) {
    return onPlan(
        work,
        one ->
            ENDED.contains(one.plan().standing().state())
                ? done(one)
                : move(work, one, new PlanEvent.CancelledNow(work.claim().at(), work.pays())));
  }

  Answer<Carried> cancelAtTermEnd(Work work) {
    return onPlan(
        work,
        one ->
            ENDED.contains(one.plan().standing().state()) || one.plan().ending().isPresent()
                ? done(one)
                : move(
                    work,
                    one,
                    new PlanEvent.CancelledAtEnd(work.claim().at(), further(one, work))));
  }

  /** Where the notice came too late for this term, the decision's date is that of the next. */
  private static int further(StoredSubscription one, Work work) {
    Instant sameTerm = one.plan().termEndsAt().plus(SAME_TERM);
    return due(work).filter(due -> due.isAfter(sameTerm)).isPresent()
        ? PlanEvent.CancelledAtEnd.MOST_TERMS
        : 0;
  }

  Answer<Carried> reactivate(Work work) {
    return onPlan(
        work,
        one -> {
          Subscription plan = one.plan();
          if (!plan.standing().isServed()) {
            return move(work, one, PlanEvent.Step.REACTIVATED);
          }
          return plan.ending().isPresent()
              ? move(work, one, PlanEvent.Step.CANCELLATION_WITHDRAWN)
              : done(one);
        });
  }

  /** Whoever comes back is never charged it; whoever begins anew may be. */
  Answer<Carried> noSetUpFee(Work work) {
    return onPlan(
        work,
        one ->
            work.records().subscriptions().charges(one.seller(), one.id()).stream()
                .filter(charge -> charge.kind() == Charge.Kind.SET_UP && charge.isOpen())
                .findFirst()
                .map(charge -> Answer.<Carried>refused(charged(one, charge)))
                .orElseGet(() -> done(one)));
  }

  private static Refusal charged(StoredSubscription one, Charge charge) {
    return EffectRefusal.SET_UP_CHARGED.with(
        "charge", charge.number(),
        "subscription", one.id(),
        "state", charge.state().name().toLowerCase(Locale.ROOT));
  }

  Answer<Carried> terminate(Work work) {
    return onPlan(
        work,
        one ->
            one.plan().standing().isFinal()
                ? done(one)
                : move(work, one, new PlanEvent.Terminated(reason(work), work.pays())));
  }

  private static Termination reason(Work work) {
    return work.task()
        .fact(Choice.TERMINATION.key())
        .map(word -> Word.of(Termination.values(), word))
        .orElse(Termination.OTHER);
  }

  /**
   * The plan before an upgrade that is paid back; the plan that is named, from the end of the term
   * on; else the free tier, which is no way for a plan that goes on and is paid for, unless it is
   * stopped for a while.
   */
  Answer<Carried> downgrade(Work work) {
    Optional<StoredSubscription> plan = plan(work);
    Instant asked = work.claim().at();
    if (plan.isPresent() && work.pays() && canUndo(plan.get(), asked)) {
      return move(work, plan.get(), new PlanEvent.UpgradeUndone(asked));
    }
    Optional<Offer> offer = work.wish().offer();
    if (offer.isPresent()) {
      return onPlan(work, one -> move(work, one, new PlanEvent.DowngradePlanned(offer.get())));
    }
    return plan.filter(one -> goesOn(work, one))
        .map(
            one ->
                Answer.<Carried>refused(EffectRefusal.OFFER_NEEDED.with("subscription", one.id())))
        .orElseGet(() -> CardEffects.tier(work, Tier.FREE));
  }

  private static boolean goesOn(Work work, StoredSubscription one) {
    return one.plan().standing().isServed() && !work.isBeside(Effect.SUSPEND);
  }

  /** Whoever asked in time has asked in time, however late it is carried out. */
  private static boolean canUndo(StoredSubscription one, Instant asked) {
    return one.plan().upgrade().filter(upgrade -> asked.isBefore(upgrade.until())).isPresent();
  }

  private static Answer<Carried> move(Work work, StoredSubscription one, PlanEvent event) {
    return switch (MoveSubscription.move(work.records(), one, event, work.onPlan())) {
      case Answer.Refused<StoredSubscription>(Refusal refusal, var _) -> Answer.refused(refusal);
      case Answer.Done<StoredSubscription>(StoredSubscription moved) -> done(moved);
    };
  }

  private static Answer<Carried> done(StoredSubscription one) {
    return Work.done(REFERENCE + "%s event %d".formatted(one.id(), one.version()));
  }
}
