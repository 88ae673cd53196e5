package tapwright.server.app.subscription;

import java.util.List;
import tapwright.core.plan.Charge;
import tapwright.server.record.subscription.StoredSubscription;

/** A subscription with all that was charged. */
public record SubscriptionView(StoredSubscription subscription, List<Charge> charges) {

  public SubscriptionView {
    charges = List.copyOf(charges);
  }
}
