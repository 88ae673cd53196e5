package tapwright.server.app;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** A ledger whose batches of hits can be held back, refused, or stored without saying so. */
final class UnreliableLedger implements Ledger {

  private final Ledger ledger;
  private final Queue<Runnable> held = new ArrayDeque<>();
  private volatile Mood mood = Mood.WELL;

  enum Mood {
    WELL,
    /** Nothing is stored, as when the database is gone. */
    AWAY,
    /** All is stored, but told as if it was not: the answer to the commit was lost. */
    MUTE,
    /** Batches wait until {@link #release()}. */
    HELD
  }

  UnreliableLedger(Ledger ledger) {
    this.ledger = ledger;
  }

  void is(Mood now) {
    mood = now;
  }

  /** Lets all batches through that were held, and those that follow. */
  void release() {
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
  public <T> CompletableFuture<T> write(Function<Records, T> work) {
    return ledger.write(work);
  }

  @Override
  public <T> CompletableFuture<T> read(Function<Records, T> work) {
    return ledger.read(work);
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
