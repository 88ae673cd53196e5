package tapwright.core.plan;

import static tapwright.core.plan.Standing.State.GRACE;
import static tapwright.core.plan.Standing.State.LAPSED;
import static tapwright.core.plan.Standing.State.RUNNING;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import tapwright.core.plan.Subscription.Ending;

/** Less from the end of a term on, or the end of it all. */
final class Cancelling {

  private static final Set<Standing.State> SERVED = EnumSet.of(RUNNING, GRACE);
  private static final Set<Standing.State> KEPT = EnumSet.of(RUNNING, GRACE, LAPSED);

  private Cancelling() {}

  static PlanOutcome downgradePlanned(Subscription subscription, PlanEvent.DowngradePlanned event) {
    Offer now = subscription.run().offer();
    return PlanChecks.onlyFrom(EnumSet.of(RUNNING), subscription, event)
        .or(() -> PlanChecks.otherCurrency(now, event.to()))
        .or(
            () ->
                now.isDearerThan(event.to())
                    ? Optional.empty()
                    : PlanChecks.compared(PlanRefusal.NOT_CHEAPER, event.to(), now))
        .orElseGet(() -> PlanOutcome.Moved.to(subscription.turningInto(Optional.of(event.to()))));
  }

  static PlanOutcome downgradeDropped(Subscription subscription) {
    return PlanChecks.onlyFrom(SERVED, subscription, PlanEvent.Step.DOWNGRADE_DROPPED)
        .or(
            () ->
                subscription.next().isPresent()
                    ? Optional.empty()
                    : PlanChecks.refused(PlanRefusal.NO_DOWNGRADE))
        .orElseGet(() -> PlanOutcome.Moved.to(subscription.turningInto(Optional.empty())));
  }

  static PlanOutcome cancelledAtEnd(Subscription subscription, PlanEvent.CancelledAtEnd event) {
    Instant end = subscription.run().endsAfter(subscription.terms().zone(), event.furtherTerms());
    return PlanChecks.onlyFrom(SERVED, subscription, event)
        .or(
            () ->
                subscription
                    .ending()
                    .map(
                        one ->
                            new PlanOutcome.Refused(
                                PlanRefusal.CANCELLED_ALREADY.with("seen", one.at()))))
        .orElseGet(
            () ->
                PlanOutcome.Moved.to(
                    subscription.ending(Optional.of(new Ending(event.askedAt(), end)))));
  }

  static PlanOutcome cancellationWithdrawn(Subscription subscription) {
    return PlanChecks.onlyFrom(KEPT, subscription, PlanEvent.Step.CANCELLATION_WITHDRAWN)
        .or(
            () ->
                subscription.ending().isPresent()
                    ? Optional.empty()
                    : PlanChecks.refused(PlanRefusal.NOT_CANCELLED))
        .orElseGet(() -> PlanOutcome.Moved.to(subscription.ending(Optional.empty())));
  }

  static Subscription cancelled(
      Subscription subscription, PlanEvent.CancelledNow event, Instant at) {
    Instant asked = subscription.ending().map(Ending::askedAt).orElse(event.askedAt());
    return subscription.in(new Standing.Deactivated(at)).ending(Optional.of(new Ending(asked, at)));
  }

  static PlanOutcome over(Subscription ended, Instant at, boolean proRata) {
    PlanOutcome.Moved moved = PlanOutcome.Moved.to(ended.settled());
    return proRata
        ? moved.givingBack(new MoneyBack.UnusedTime(ended.run().origin(), at, ended.terms().zone()))
        : moved;
  }
}
