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
    return work.isAboutGoods() ? cards.revoke(work) : deactivate(work);
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
   * on; else the free tier.
   */
  Answer<Carried> downgrade(Work work) {
    Optional<StoredSubscription> plan = plan(work);
    if (plan.isPresent() && work.pays() && canUndo(plan.get(), work.now())) {
      return move(work, plan.get(), PlanEvent.Step.UPGRADE_UNDONE);
    }
    Optional<Offer> offer = work.wish().offer();
    return offer.isPresent()
        ? onPlan(work, one -> move(work, one, new PlanEvent.DowngradePlanned(offer.get())))
        : CardEffects.tier(work, Tier.FREE);
  }

  private static boolean canUndo(StoredSubscription one, Instant now) {
    return one.plan().upgrade().filter(upgrade -> now.isBefore(upgrade.until())).isPresent();
  }

  private static Answer<Carried> move(Work work, StoredSubscription one, PlanEvent event) {
    return switch (MoveSubscription.move(work.records(), one, event, work.onPlan())) {
      case Answer.Refused<StoredSubscription>(Refusal refusal, var _) -> Answer.refused(refusal);
      case Answer.Done<StoredSubscription>(StoredSubscription moved) -> done(moved);
    };
  }

  private static Answer<Carried> done(StoredSubscription one) {
    return Work.done("subscription %s event %d".formatted(one.id(), one.version()));
  }
}
