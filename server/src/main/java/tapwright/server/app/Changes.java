package tapwright.server.app;

import java.util.function.Consumer;

/**
 * The changes that are stored, by this node or by another one; for pages and for what is remembered
 * to be quick.
 *
 * <p>Nothing is decided by them: they come a moment after the commit, and while a node is cut off
 * they do not come at all. Whoever decides looks at the record in the transaction.
 */
public interface Changes {

  /** Tells the listener from now on, on a thread of the store's: it is quick and does not fail. */
  void listen(Consumer<Change> listener);
}
