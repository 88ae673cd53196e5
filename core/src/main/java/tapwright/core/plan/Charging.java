package tapwright.core.plan;

import java.time.Instant;
import java.util.List;
import tapwright.core.policy.Money;

/** What is owed for what a subscription becomes. */
final class Charging {

  private Charging() {}

  static Charge termCharge(Subscription subscription, long number) {
    return charge(
        number,
        Charge.Kind.TERM,
        subscription.run().offer().price(),
        subscription.termStartsAt(),
        subscription.termEndsAt());
  }

  static Charge charge(long number, Charge.Kind kind, Money amount, Instant from, Instant until) {
    return new Charge(
        number, kind, amount, new Money(0, amount.currency()), from, until, Charge.State.DUE);
  }

  static PlanOutcome.Moved charged(Subscription next, List<Charge> charges) {
    return new PlanOutcome.Moved(next.charged(charges.size()), charges, MoneyBack.Nothing.NOTHING);
  }
}
