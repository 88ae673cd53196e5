package tapwright.server.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tapwright.core.card.Slug;
import tapwright.server.app.Card;

/**
 * The cards that were hit last, for the one connection through which every change goes.
 *
 * <p>It can be trusted because that connection is the only one that changes cards: a change forgets
 * the card in the transaction that makes it, and a rollback forgets all.
 */
final class CardCache {

  private final Map<Slug, Card> cards;
  private final Forgotten forgotten;

  private CardCache(Map<Slug, Card> cards, Forgotten forgotten) {
    this.cards = cards;
    this.forgotten = forgotten;
  }

  /** A cache of so many cards; the one unused longest goes first. */
  static CardCache of(int limit) {
    return of(limit, new Forgotten());
  }

  /** A cache of so many cards, which forgets those that others have changed. */
  static CardCache of(int limit, Forgotten forgotten) {
    return new CardCache(
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Slug, Card> eldest) {
            return size() > limit;
          }
        },
        forgotten);
  }

  /** Forgets what others have changed, as far as this node was told. */
  void refresh() {
    forgotten.takenBy(this);
  }

  Optional<Card> get(Slug slug) {
    return Optional.ofNullable(cards.get(slug));
  }

  void put(Card card) {
    cards.put(card.slug(), card);
  }

  void forget(Slug slug) {
    cards.remove(slug);
  }

  void forgetAll() {
    cards.clear();
  }
}
