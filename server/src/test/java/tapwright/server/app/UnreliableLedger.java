package tapwright.server.app;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import tapwright.server.record.CardListener;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.StoreFault;

/** A ledger whose batches of hits can be held back, refused, or stored without saying so. */
public final class UnreliableLedger implements Ledger {

  private final Ledger ledger;
  private final Queue<Runnable> held = new ArrayDeque<>();
  private volatile Mood mood = Mood.WELL;

  public enum Mood {
    WELL,
    /** Nothing is stored, as when the database is gone. */
    AWAY,
    /** All is stored, but told as if it was not: the answer to the commit was lost. */
    MUTE,
    /** Batches wait until {@link #release()}. */
    HELD
  }

  public UnreliableLedger(Ledger ledger) {
    this.ledger = ledger;
  }

  public void is(Mood now) {
    mood = now;
  }

  /** Lets all batches through that were held, and those that follow. */
  public void release() {
    mood = Mood.WELL;
    for (Runnable next = held.poll(); next != null; next = held.poll()) {
      next.run();
    }
  }

  @Override
  public <T> CompletableFuture<T> writeHits(Function<Records, T> work) {
    return switch (mood) {
      case WELL -> ledger.writeHits(work);
      case AWAY -> away();
      case MUTE -> ledger.writeHits(work).thenCompose(stored -> away());
      case HELD -> {
        CompletableFuture<T> later = new CompletableFuture<>();
        held.add(() -> later.completeAsync(() -> ledger.writeHits(work).join(), Runnable::run));
        yield later;
      }
    };
  }

  private static <T> CompletableFuture<T> away() {
    return CompletableFuture.failedFuture(
        new StoreFault.Unavailable(
            "committing", new IllegalStateException("the database is gone")));
  }

  @Override
  public <T> CompletableFuture<T> writeAcrossSellers(Function<Records, T> work) {
    return ledger.writeAcrossSellers(work);
  }

  @Override
  public <T> CompletableFuture<T> readAcrossSellers(Function<Records, T> work) {
    return ledger.readAcrossSellers(work);
  }

  @Override
  public void onCardChanged(CardListener listener) {
    ledger.onCardChanged(listener);
  }

  @Override
  public void close() {
    ledger.close();
  }
}
