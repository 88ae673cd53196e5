package tapwright.server.record;

import tapwright.core.card.Slug;

/**
 * Hears which cards have changed, on this node or on another one.
 *
 * <p>Nothing is decided by it where the record can be asked: it comes a moment after the commit,
 * and not at all while a node is cut off.
 */
@FunctionalInterface
public interface CardListener {

  /**
   * The card is on record in this version now.
   *
   * <p>Called on a thread of the store, in any order, perhaps more than once; must not wait.
   */
  void changed(Slug slug, long version);

  /** Changes on other nodes may have been missed up to now: what was known of cards may be old. */
  default void overlooked() {}
}
