package tapwright.server.app.subscription;

import java.util.List;
import tapwright.core.plan.Charge;
import tapwright.server.record.subscription.StoredSubscription;

/** A subscription with all that was charged and all that is owed back. */
public record SubscriptionView(
    StoredSubscription subscription, List<Charge> charges, List<OwedBack> owedBack) {

  public SubscriptionView {
    charges = List.copyOf(charges);
    owedBack = List.copyOf(owedBack);
  }
}
