package tapwright.server.app.subscription;

import java.time.Instant;
import java.util.List;
import tapwright.core.card.CardEvent;
import tapwright.core.card.CardId;
import tapwright.core.card.Tier;
import tapwright.server.app.card.MoveCard;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;
import tapwright.server.record.order.Order;
import tapwright.server.record.subscription.Payer;
import tapwright.server.record.subscription.StoredSubscription;

/**
 * Gives an account's cards the tier of its plan, piece by piece, so that no work on the record is
 * as large as the largest account.
 */
public final class GiveTier {

  /** How many cards one work changes. */
  static final int PIECE = 100;

  private static final String CAUSE = "subscription ";

  private GiveTier() {}

  /** The tier of a card that is ordered now: what its account's plan gives, else everything. */
  public static Tier ofNew(Records records, Order order) {
    return records.subscriptions().of(Payer.of(order)).stream()
        .findFirst()
        .map(subscription -> subscription.plan().tier())
        .orElse(Tier.PAID);
  }

  /** Gives the next cards what they wait for; notes it where they were the last. */
  public static StoredSubscription piece(
      Records records, StoredSubscription subscription, Instant now) {
    return subscription
        .tierWanted()
        .map(tier -> piece(records, subscription, tier, now))
        .orElse(subscription);
  }

  private static StoredSubscription piece(
      Records records, StoredSubscription subscription, Tier tier, Instant now) {
    List<CardId> cards = records.subscriptions().cardsNotOn(tier, subscription.payer(), PIECE);
    MoveCard.Circumstance why =
        new MoveCard.Circumstance(Circumstance.TIME.actor(), CAUSE + subscription.id(), now, now);
    for (CardId id : cards) {
      Card card = records.cards().byId(subscription.seller(), id).orElseThrow();
      MoveCard.move(records, card, new CardEvent.TierSet(tier), why);
    }
    if (cards.size() == PIECE) {
      return subscription;
    }
    records.subscriptions().tierGiven(subscription);
    return subscription.served();
  }
}
