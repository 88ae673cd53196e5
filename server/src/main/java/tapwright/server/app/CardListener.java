package tapwright.server.app;

import tapwright.core.card.Slug;

/** Hears which cards have changed. */
@FunctionalInterface
public interface CardListener {

  /**
   * The card is on record in this version now.
   *
   * <p>Called on a thread of the store, in any order, perhaps more than once; must not wait.
   */
  void changed(Slug slug, long version);
}
