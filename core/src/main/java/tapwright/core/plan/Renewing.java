package tapwright.core.plan;

import static tapwright.core.plan.Standing.State.GRACE;
import static tapwright.core.plan.Standing.State.LAPSED;
import static tapwright.core.plan.Standing.State.RUNNING;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import tapwright.core.plan.Subscription.Ending;

/** What time and payments make of a subscription. */
final class Renewing {

  private Renewing() {}

  /** A row of terms that is counted from now, of what it would have become at its next renewal. */
  static PlanOutcome begunAnew(Subscription subscription, Instant at) {
    Subscription next = afresh(subscription, at);
    return Charging.charged(next, List.of(Charging.termCharge(next, next.charges() + 1)));
  }

  private static Subscription afresh(Subscription subscription, Instant at) {
    Offer offer = subscription.next().orElse(subscription.run().offer());
    return subscription
        .in(new Standing.Running())
        .on(Run.from(offer, at))
        .ending(Optional.empty())
        .settled();
  }

  static PlanOutcome failed(Subscription subscription, Charge charge, Instant at) {
    Instant grace = subscription.terms().daysAfter(at, subscription.terms().graceDays());
    Instant end = subscription.termEndsAt();
    Subscription next =
        subscription.standing().state() == RUNNING
            ? subscription.in(new Standing.Grace(grace.isBefore(end) ? grace : end))
            : subscription;
    return new PlanOutcome.Moved(
        next, List.of(charge.in(Charge.State.FAILED)), MoneyBack.Nothing.NOTHING);
  }

  static PlanOutcome paid(Subscription subscription, Charge charge, Instant at, boolean owes) {
    Charge paid = charge.in(Charge.State.PAID);
    boolean back = !owes && EnumSet.of(GRACE, LAPSED).contains(subscription.standing().state());
    if (!back) {
      return settling(subscription, paid);
    }
    // Who pays when the unpaid term is over begins a new one with it, and not in arrears.
    if (!subscription.termEndsAt().isAfter(at) && charge.kind() == Charge.Kind.TERM) {
      Subscription next = afresh(subscription, at);
      return settling(next, paid.over(at, next.termEndsAt()));
    }
    return settling(subscription.in(new Standing.Running()), paid);
  }

  private static PlanOutcome settling(Subscription next, Charge charge) {
    return new PlanOutcome.Moved(next, List.of(charge), MoneyBack.Nothing.NOTHING);
  }

  static PlanOutcome termOver(Subscription subscription) {
    if (!subscription.renews()) {
      return ended(subscription);
    }
    Run run = subscription.run();
    Subscription next =
        subscription
            .on(run.renewed(subscription.next().orElse(run.offer())))
            .turningInto(Optional.empty());
    return Charging.charged(next, List.of(Charging.termCharge(next, next.charges() + 1)));
  }

  /** Grace never outlasts its term, so whoever cancelled to its end does not lapse at it. */
  static PlanOutcome graceOver(Subscription subscription, Instant until) {
    return endsAt(subscription).isAfter(until)
        ? PlanOutcome.Moved.to(subscription.in(new Standing.Lapsed(until)))
        : ended(subscription);
  }

  private static Instant endsAt(Subscription subscription) {
    return subscription.ending().map(Ending::at).orElse(Instant.MAX);
  }

  private static PlanOutcome ended(Subscription subscription) {
    return PlanOutcome.Moved.to(
        subscription.in(new Standing.Deactivated(endsAt(subscription))).settled());
  }
}
