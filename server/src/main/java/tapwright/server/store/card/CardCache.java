package tapwright.server.store.card;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tapwright.core.card.Slug;
import tapwright.server.record.CardListener;
import tapwright.server.record.card.Card;

/**
 * The cards that were hit last, for the one connection through which every change goes.
 *
 * <p>It can be trusted because that connection is the only one that changes cards: a change forgets
 * the card in the transaction that makes it, and a rollback forgets all.
 */
public final class CardCache {

  private final Map<Slug, Card> cards;

  /** The versions of the cards that changed in the transaction that is open. */
  private final Map<Slug, Long> changed = new HashMap<>();

  private CardCache(Map<Slug, Card> cards) {
    this.cards = cards;
  }

  /** A cache of so many cards; the one unused longest goes first. */
  public static CardCache of(int limit) {
    return new CardCache(
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Slug, Card> eldest) {
            return size() > limit;
          }
        });
  }

  Optional<Card> get(Slug slug) {
    return Optional.ofNullable(cards.get(slug));
  }

  public void put(Card card) {
    cards.put(card.slug(), card);
  }

  /** The card has changed in the transaction that is open. */
  void changed(Card card) {
    cards.remove(card.slug());
    changed.put(card.slug(), card.version());
  }

  /** Tells which cards have changed in the transaction that was just stored. */
  public void publish(CardListener listener) {
    changed.forEach(listener::changed);
    changed.clear();
  }

  public void forgetAll() {
    cards.clear();
    changed.clear();
  }
}
