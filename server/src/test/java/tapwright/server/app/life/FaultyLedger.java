package tapwright.server.app.life;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import tapwright.server.record.CardListener;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.StoreFault;

/** A ledger of which one of the next writes fails, and in which a fault may be planted. */
final class FaultyLedger implements Ledger {

  /** How a write fails. */
  enum Fault {
    NONE,
    /** Nothing is stored. */
    BEFORE_COMMIT,
    /** All is stored, and nobody is told. */
    AFTER_COMMIT
  }

  private final Ledger ledger;
  private final Plant plant;
  private final AtomicInteger writesUntil = new AtomicInteger();
  private volatile Fault fault = Fault.NONE;

  FaultyLedger(Ledger ledger, Plant plant) {
    this.ledger = ledger;
    this.plant = plant;
  }

  /** Lets the write after so many others fail. */
  void failNext(Fault how, int after) {
    writesUntil.set(after);
    fault = how;
  }

  void heal() {
    fault = Fault.NONE;
  }

  @Override
  public <T> CompletableFuture<T> writeAcrossSellers(Function<Records, T> work) {
    Function<Records, T> planted = records -> work.apply(plant.inWorks(records));
    if (fault == Fault.NONE || writesUntil.getAndDecrement() > 0) {
      return ledger.writeAcrossSellers(planted);
    }
    Fault now = fault;
    heal();
    IllegalStateException gone = new IllegalStateException("planted");
    return now == Fault.BEFORE_COMMIT
        ? CompletableFuture.failedFuture(new StoreFault.Unavailable("writing", gone))
        : ledger
            .writeAcrossSellers(planted)
            .thenCompose(done -> CompletableFuture.failedFuture(new StoreFault.InDoubt(gone)));
  }

  @Override
  public <T> CompletableFuture<T> writeHits(Function<Records, T> work) {
    return ledger.writeHits(records -> work.apply(plant.inHits(records)));
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
