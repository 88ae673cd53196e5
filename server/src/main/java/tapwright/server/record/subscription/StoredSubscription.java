package tapwright.server.record.subscription;

import java.time.Instant;
import java.util.Optional;
import tapwright.core.card.SellerId;
import tapwright.core.card.Tier;
import tapwright.core.plan.Subscription;

/**
 * A subscription on record.
 *
 * @param version how many entries its trail has
 * @param tierWanted the tier that cards of its payer still wait for; absent where all have it
 */
public record StoredSubscription(
    String id,
    Payer payer,
    long version,
    Subscription plan,
    Optional<Tier> tierWanted,
    Instant createdAt) {

  public SellerId seller() {
    return payer.seller();
  }

  /** The same after one more entry. */
  public StoredSubscription with(Subscription next) {
    Optional<Tier> wanted = next.tier() == plan.tier() ? tierWanted : Optional.of(next.tier());
    return new StoredSubscription(id, payer, version + 1, next, wanted, createdAt);
  }

  /** The same where every card has its tier. */
  public StoredSubscription served() {
    return new StoredSubscription(id, payer, version, plan, Optional.empty(), createdAt);
  }
}
