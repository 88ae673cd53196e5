package tapwright.server.record.subscription;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.card.Tier;
import tapwright.core.plan.Charge;

/** The subscriptions on record. */
public interface Subscriptions {

  void add(StoredSubscription subscription);

  /** Stores it as it is now; one version after the other. */
  void change(StoredSubscription subscription);

  /** Notes that every card has the tier it waited for. */
  void tierGiven(StoredSubscription subscription);

  Optional<StoredSubscription> byId(SellerId seller, String subscriptionId);

  /** The payer's subscriptions, the newest first; all but the first have come to their ends. */
  List<StoredSubscription> of(Payer payer);

  /** Stores the charges as they are now, those that are new among them. */
  void put(StoredSubscription subscription, Collection<Charge> charges);

  /** What was charged, the oldest first. */
  List<Charge> charges(SellerId seller, String subscriptionId);

  /**
   * The subscriptions of all sellers to which something has to happen by now, most urgent first.
   */
  List<StoredSubscription> due(Instant now, int limit);

  /** The subscriptions of all sellers whose cards wait for a tier. */
  List<StoredSubscription> waitingForTier(int limit);

  /** The payer's cards in use that have another tier. */
  List<CardId> cardsNotOn(Tier tier, Payer payer, int limit);
}
