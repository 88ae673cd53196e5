package tapwright.server.store.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tapwright.server.record.CardListener;
import tapwright.server.record.Records;
import tapwright.server.record.StoreFault;
import tapwright.server.store.CardListeners;
import tapwright.server.store.table.SqlRecords;

/**
 * One thread that does all work which changes the record, many works in one transaction.
 *
 * <p>While one transaction is being synced to disk the next works gather in the queue, so the batch
 * grows with the load by itself. A work that throws is taken out and the others of its batch run
 * again without it, so that no work suffers from another's defect. An error, as a stack that ran
 * over, is such a defect too: the thread must outlive every work.
 */
final class GroupCommit implements Runnable {

  private final Transaction transaction;
  private final SqlRecords records;
  private final int queueLimit;
  private final int batchLimit;
  private final BlockingQueue<Unit<?>> queue;
  private final Unit<Boolean> last = new Unit<>(ignored -> true);
  private final CardListeners listeners = new CardListeners();
  private boolean closed;

  GroupCommit(Transaction transaction, SqlRecords records, int queueLimit, int batchLimit) {
    this.transaction = transaction;
    this.records = records;
    this.queueLimit = queueLimit;
    this.batchLimit = batchLimit;
    this.queue = new ArrayBlockingQueue<>(queueLimit + 1);
  }

  /** Queues the work; the future is done after the commit, on the writing thread. */
  <T> CompletableFuture<T> submit(Function<Records, T> work) {
    Unit<T> unit = new Unit<>(work);
    synchronized (this) {
      if (closed) {
        return CompletableFuture.failedFuture(new StoreFault.Closed());
      }
      if (queue.size() >= queueLimit || !queue.offer(unit)) {
        return CompletableFuture.failedFuture(new StoreFault.Overloaded(queueLimit));
      }
    }
    return unit.done;
  }

  /** Takes no more work; done when all that was taken is stored. */
  synchronized CompletableFuture<Boolean> finish() {
    if (!closed) {
      closed = true;
      queue.add(last);
    }
    return last.done;
  }

  @Override
  public void run() {
    List<Unit<?>> batch = new ArrayList<>(batchLimit);
    boolean more = true;
    while (more) {
      try {
        batch.add(queue.take());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      queue.drainTo(batch, batchLimit - 1);
      more = batch.getLast() != last;
      store(batch);
      batch.clear();
    }
  }

  private void store(List<Unit<?>> batch) {
    List<Unit<?>> left = new ArrayList<>(batch);
    while (!left.isEmpty()) {
      Unit<?> failed = storeAll(left);
      if (failed == null) {
        return;
      }
      left.remove(failed);
    }
  }

  /** Stores all or none; answers the work whose defect stood in the way, and null when none did. */
  private @Nullable Unit<?> storeAll(List<Unit<?>> units) {
    Unit<?> current = units.getFirst();
    try {
      transaction.begin();
      for (Unit<?> unit : units) {
        current = unit;
        unit.run(records);
      }
      transaction.commit();
    } catch (SQLException e) {
      failAll(units, new StoreFault.Unavailable("committing", e));
      return null;
    } catch (StoreFault fault) {
      failAll(units, fault);
      return null;
    } catch (RuntimeException | Error defect) {
      rollBack();
      current.done.completeExceptionally(defect);
      return current;
    }
    records.afterCommit(listeners);
    units.forEach(Unit::complete);
    return null;
  }

  /** Lets the listener hear of each card that changes. */
  void onCardChanged(CardListener listener) {
    listeners.add(listener);
  }

  private void failAll(List<Unit<?>> units, StoreFault fault) {
    rollBack();
    units.forEach(unit -> unit.done.completeExceptionally(fault));
  }

  private void rollBack() {
    records.afterRollback();
    try {
      transaction.rollback();
    } catch (SQLException e) {
      // None was begun, or SQLite has ended it itself, as it does when the disk is full.
      return;
    }
  }

  /** One work and who waits for it. */
  private static final class Unit<T> {
    private final Function<Records, T> work;
    private final CompletableFuture<T> done = new CompletableFuture<>();
    private @Nullable T result;

    Unit(Function<Records, T> work) {
      this.work = work;
    }

    void run(Records records) {
      result = Objects.requireNonNull(work.apply(records), "a work answered null");
    }

    void complete() {
      if (result == null) {
        throw new IllegalStateException("the work was not run");
      }
      done.complete(result);
    }
  }
}
