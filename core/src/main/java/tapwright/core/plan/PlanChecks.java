package tapwright.core.plan;

import static tapwright.core.plan.Standing.State.GRACE;
import static tapwright.core.plan.Standing.State.LAPSED;
import static tapwright.core.plan.Standing.State.RUNNING;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Why an event cannot happen to a subscription, check by check; empty where it can. */
final class PlanChecks {

  private PlanChecks() {}

  static Optional<PlanOutcome> onlyFrom(
      Set<Standing.State> from, Subscription subscription, PlanEvent event) {
    return from.contains(subscription.standing().state())
        ? Optional.empty()
        : refused(
            PlanRefusal.STEP_NOT_ALLOWED,
            "event",
            event.word(),
            "state",
            subscription.standing().word(),
            "allowed",
            words(from));
  }

  static Optional<PlanOutcome> otherCurrency(Offer now, Offer to) {
    String allowed = now.price().currency();
    String seen = to.price().currency();
    return seen.equals(allowed)
        ? Optional.empty()
        : refused(PlanRefusal.CURRENCY, "seen", seen, "allowed", allowed);
  }

  static Optional<PlanOutcome> compared(PlanRefusal code, Offer to, Offer now) {
    return refused(
        code,
        "plan",
        to.plan(),
        "price",
        to.price(),
        "months",
        to.months(),
        "now",
        now.price(),
        "nowMonths",
        now.months());
  }

  static Optional<PlanOutcome> due(Subscription subscription, PlanEvent.Step step, Instant at) {
    Set<Standing.State> from =
        switch (step) {
          case GRACE_OVER -> EnumSet.of(GRACE);
          case TERM_OVER -> EnumSet.of(RUNNING, LAPSED);
          default -> EnumSet.of(RUNNING);
        };
    return onlyFrom(from, subscription, step).or(() -> notYet(subscription, step, at));
  }

  private static Optional<PlanOutcome> notYet(
      Subscription subscription, PlanEvent.Step step, Instant at) {
    if (subscription.stepDue(at).filter(step::equals).isPresent()) {
      return Optional.empty();
    }
    String allowed = subscription.dueAt().map(Instant::toString).orElse("never");
    return refused(PlanRefusal.NOT_DUE, "event", step.word(), "seen", at, "allowed", allowed);
  }

  static Optional<PlanOutcome> refused(PlanRefusal code, Object... details) {
    return Optional.of(new PlanOutcome.Refused(code.with(details)));
  }

  private static String words(Set<Standing.State> states) {
    return states.stream()
        .sorted()
        .map(state -> state.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
