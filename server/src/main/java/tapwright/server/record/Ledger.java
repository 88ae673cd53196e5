package tapwright.server.record;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import tapwright.server.record.hit.Hits;

/**
 * The record: work on it happens wholly or not at all, and is answered when it cannot be lost.
 *
 * <p>A future fails with a {@link StoreFault} when the world failed, and with whatever the work
 * threw when the work has a defect; in both cases nothing of it was stored, unless the fault is
 * {@link StoreFault.InDoubt}.
 */
public interface Ledger extends AutoCloseable {

  /**
   * Does the work in a transaction, one work after the other; done means synced to disk.
   *
   * <p>The work may run more than once before it is stored, so all it does goes to the records.
   */
  <T> CompletableFuture<T> write(Function<Records, T> work);

  /**
   * Does the work of one batch of hits in a transaction; done means synced to disk.
   *
   * <p>As {@link #write}, but apart from it where the engine gains by that: what the work reads may
   * be older than what others have stored meanwhile, except for what {@link Hits#open} holds. One
   * batch is in flight at a time.
   */
  <T> CompletableFuture<T> writeHits(Function<Records, T> work);

  /** Looks something up in a state that was stored; the work must not write. */
  <T> CompletableFuture<T> read(Function<Records, T> work);

  /** Lets the listener hear of each card that changes from now on, once the change is stored. */
  void onCardChanged(CardListener listener);

  /** Does all that was taken, takes no more and lets go of the record. */
  @Override
  void close();
}
