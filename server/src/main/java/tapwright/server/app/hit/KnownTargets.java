package tapwright.server.app.hit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tapwright.core.card.Slug;
import tapwright.server.record.card.Card;

/**
 * Where the cards that were hit last lead, for the time in which the record cannot be asked.
 *
 * <p>What is known of a card's later version is never replaced by an earlier one's, in whatever
 * order the two are told. A card that another one replaces or shall replace leads where that does,
 * of whose changes nothing is told here, so where it leads is never known.
 */
final class KnownTargets {

  /** As many as the store remembers cards. */
  private static final int LIMIT = 20_000;

  private final Map<Slug, Known> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Slug, Known> eldest) {
          return size() > LIMIT;
        }
      };

  /** A hit on the card was stored and answered so. */
  synchronized void learn(Card card, @Nullable HitAnswer answer) {
    Known before = known.get(card.slug());
    if (before == null || before.version() <= card.version()) {
      known.put(card.slug(), new Known(card.version(), target(card, answer)));
    }
  }

  /** The card has changed: what was known of its earlier versions holds no more. */
  synchronized void forget(Slug slug, long version) {
    Known before = known.get(slug);
    if (before == null || before.version() < version) {
      known.put(slug, new Known(version, null));
    }
  }

  /** Nothing that was known can be relied on any more. */
  synchronized void forgetAll() {
    known.clear();
  }

  /** Where the card leads; empty when that is not known or it shows a page. */
  synchronized Optional<String> of(Slug slug) {
    return Optional.ofNullable(known.get(slug)).map(Known::target);
  }

  private static @Nullable String target(Card card, @Nullable HitAnswer answer) {
    return card.replacedBy().isPresent() ? null : target(answer);
  }

  private static @Nullable String target(@Nullable HitAnswer answer) {
    return switch (answer) {
      case null -> null;
      case HitAnswer.Redirect redirect -> redirect.target();
      case HitAnswer.Contact contact -> null;
      case HitAnswer.Page page -> null;
      case HitAnswer.Unknown unknown -> null;
    };
  }

  private record Known(long version, @Nullable String target) {}
}
