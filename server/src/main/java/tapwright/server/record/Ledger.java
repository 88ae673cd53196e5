package tapwright.server.record;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import tapwright.core.card.SellerId;
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
   * Does the work of one seller in a transaction, one work after the other; done means synced to
   * disk. Whatever in it does not say that it is about this seller's rows fails as a defect.
   *
   * <p>The work may run more than once before it is stored, so all it does goes to the records.
   */
  default <T> CompletableFuture<T> write(SellerId seller, Function<Records, T> work) {
    return writeAcrossSellers(records -> records.forSeller(seller, () -> work.apply(records)));
  }

  /** Looks something of one seller up in a state that was stored; the work must not write. */
  default <T> CompletableFuture<T> read(SellerId seller, Function<Records, T> work) {
    return readAcrossSellers(records -> records.forSeller(seller, () -> work.apply(records)));
  }

  /**
   * As {@link #write}, for works of the installation as a whole: its sellers, its keys, who shows a
   * token, what is due. What a seller asks for is never one of them.
   */
  <T> CompletableFuture<T> writeAcrossSellers(Function<Records, T> work);

  /**
   * Does the work of one batch of hits in a transaction, whosever cards they are of; done means
   * synced to disk.
   *
   * <p>As {@link #write}, but apart from it where the engine gains by that: what the work reads may
   * be older than what others have stored meanwhile, except for what {@link Hits#open} holds. One
   * batch is in flight at a time.
   */
  <T> CompletableFuture<T> writeHits(Function<Records, T> work);

  /** As {@link #read}, for works of the installation as a whole. */
  <T> CompletableFuture<T> readAcrossSellers(Function<Records, T> work);

  /** Lets the listener hear of each card that changes from now on, once the change is stored. */
  void onCardChanged(CardListener listener);

  /**
   * Lets bytes that were deleted leave the record's files, as far as that can be hurried; answers
   * whether all have left. Where not, the engine's own upkeep does it in its time.
   */
  default CompletableFuture<Boolean> purge() {
    return CompletableFuture.completedFuture(false);
  }

  /** Does all that was taken, takes no more and lets go of the record. */
  @Override
  void close();
}
