package tapwright.core.plan;

import static tapwright.core.plan.Standing.State.GRACE;
import static tapwright.core.plan.Standing.State.RUNNING;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import tapwright.core.plan.Subscription.Ending;
import tapwright.core.plan.Subscription.Upgrade;
import tapwright.core.policy.Money;

/** A dearer plan at once, and the way back within its window. */
final class Upgrading {

  private Upgrading() {}

  static PlanOutcome upgraded(Subscription subscription, PlanEvent.Upgraded event, Instant at) {
    Offer now = subscription.run().offer();
    return PlanChecks.onlyFrom(EnumSet.of(RUNNING), subscription, event)
        .or(() -> PlanChecks.otherCurrency(now, event.to()))
        .or(
            () ->
                event.to().isDearerThan(now)
                    ? Optional.empty()
                    : PlanChecks.compared(PlanRefusal.NOT_DEARER, event.to(), now))
        .orElseGet(() -> upgrade(subscription, event.to(), at));
  }

  /** Of the same length it runs to the same day; of another it begins a term of its own. */
  private static PlanOutcome upgrade(Subscription subscription, Offer to, Instant at) {
    Run before = subscription.run();
    Instant ends = subscription.termEndsAt();
    Unused rest = Unused.of(subscription.termStartsAt(), ends, at, subscription.terms().zone());
    boolean sameLength = to.months() == before.offer().months();
    Run run = sameLength ? before.with(to) : Run.from(to, at);
    Money credit = rest.back(before.offer().price());
    Money amount =
        sameLength
            ? rest.charged(to.price().lessAtMost(before.offer().price()))
            : to.price().lessAtMost(credit);
    long number = subscription.charges() + 1;
    Upgrade upgrade =
        new Upgrade(
            at,
            subscription.terms().daysAfter(at, subscription.terms().withdrawalDays()),
            before,
            number);
    Subscription next =
        subscription
            .on(run)
            .turningInto(Optional.empty())
            .ending(subscription.ending().map(end -> atEndOf(run, subscription, end)))
            .upgraded(Optional.of(upgrade));
    Charge charge =
        new Charge(
            number,
            Charge.Kind.UPGRADE,
            amount,
            sameLength ? new Money(0, amount.currency()) : to.price().lessAtMost(amount),
            at,
            next.termEndsAt(),
            Charge.State.DUE);
    return Charging.charged(next, amount.minorUnits() == 0 ? List.of() : List.of(charge));
  }

  /** Who cancelled to the end of a term has cancelled to that of the one that takes its place. */
  private static Ending atEndOf(Run run, Subscription subscription, Ending ending) {
    return run.origin().equals(subscription.run().origin())
        ? ending
        : new Ending(ending.askedAt(), run.endsAt(subscription.terms().zone()));
  }

  static PlanOutcome upgradeUndone(
      Subscription subscription, Instant askedAt, Instant at, boolean owes) {
    Optional<PlanOutcome> refused =
        PlanChecks.onlyFrom(EnumSet.of(RUNNING, GRACE), subscription, PlanEvent.Step.UPGRADE_UNDONE)
            .or(
                () ->
                    subscription.upgrade().isPresent()
                        ? Optional.empty()
                        : PlanChecks.refused(PlanRefusal.NO_UPGRADE))
            .or(() -> late(subscription.upgrade().orElseThrow(), askedAt));
    return refused.orElseGet(
        () -> undo(subscription, subscription.upgrade().orElseThrow(), at, owes));
  }

  private static Optional<PlanOutcome> late(Upgrade upgrade, Instant askedAt) {
    return askedAt.isBefore(upgrade.until())
        ? Optional.empty()
        : Optional.of(
            new PlanOutcome.Refused(
                PlanRefusal.WINDOW_OVER.with("seen", askedAt, "allowed", upgrade.until())));
  }

  private static PlanOutcome undo(
      Subscription subscription, Upgrade upgrade, Instant at, boolean owes) {
    Subscription next = subscription.on(upgrade.before()).settled();
    List<Charge> charges = new ArrayList<>();
    // Renewals since then were of the dearer plan: they are given back, and made of the one before.
    while (!next.termEndsAt().isAfter(at)) {
      next = next.on(next.run().renewed(next.run().offer()));
      charges.add(Charging.termCharge(next, subscription.charges() + charges.size() + 1));
    }
    Run run = next.run();
    Subscription back =
        next.ending(subscription.ending().map(end -> atEndOf(run, subscription, end)));
    return Charging.charged(owes ? back : back.in(new Standing.Running()), charges)
        .givingBack(new MoneyBack.Since(upgrade.firstCharge()));
  }
}
