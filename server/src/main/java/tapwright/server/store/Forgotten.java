package tapwright.server.store;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tapwright.core.card.Slug;
import tapwright.server.app.Change;

/** What a cache is to forget, told on any thread and taken on the one that uses the cache. */
final class Forgotten {

  /** More than this, and forgetting all is cheaper than remembering what to forget. */
  private static final int LIMIT = 10_000;

  private final Set<Slug> slugs = ConcurrentHashMap.newKeySet();
  private volatile boolean all;

  void note(Change change) {
    switch (change) {
      case Change.OfCard card -> slugs.add(card.slug());
      case Change.Overlooked _ -> all = true;
    }
    all |= slugs.size() > LIMIT;
  }

  /** Makes the cache forget; what is told meanwhile is taken now or the next time. */
  void takenBy(CardCache cache) {
    if (all) {
      all = false;
      slugs.clear();
      cache.forgetAll();
    }
    slugs.removeIf(
        slug -> {
          cache.forget(slug);
          return true;
        });
  }
}
