package tapwright.core.plan;

import java.util.List;
import tapwright.core.Refusal;

/** What an event makes of a subscription. */
public sealed interface PlanOutcome {

  /**
   * The event happened.
   *
   * @param subscription as it is now
   * @param charges what is owed for it
   * @param back what is to be given back for it
   */
  record Moved(Subscription subscription, List<Charge> charges, MoneyBack back)
      implements PlanOutcome {

    public Moved {
      charges = List.copyOf(charges);
    }

    static Moved to(Subscription subscription) {
      return new Moved(subscription, List.of(), MoneyBack.Nothing.NOTHING);
    }

    Moved givingBack(MoneyBack other) {
      return new Moved(subscription, charges, other);
    }
  }

  /** The event cannot happen; the subscription is as it was. */
  record Refused(Refusal refusal) implements PlanOutcome {}
}
