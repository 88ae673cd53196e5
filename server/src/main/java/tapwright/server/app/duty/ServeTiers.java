package tapwright.server.app.duty;

import java.time.Instant;
import tapwright.server.app.subscription.GiveTier;
import tapwright.server.record.Records;
import tapwright.server.record.subscription.StoredSubscription;

/** Gives the cards of large accounts the tier of their plan, some at a time. */
public final class ServeTiers implements Duty {

  @Override
  public String name() {
    return "serve-tiers";
  }

  @Override
  public boolean isDue(Records records, Instant now) {
    return !records.subscriptions().waitingForTier(1).isEmpty();
  }

  @Override
  public boolean doPart(Records records, Instant now) {
    for (StoredSubscription one : records.subscriptions().waitingForTier(1)) {
      records.forSeller(one.seller(), () -> GiveTier.piece(records, one, now));
    }
    return isDue(records, now);
  }
}
