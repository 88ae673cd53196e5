package tapwright.server.app.claim;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import tapwright.server.record.CardListener;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;

/** A ledger on which nothing may be written. */
record LedgerThatIsReadOnly(Ledger ledger) implements Ledger {

  @Override
  public <T> CompletableFuture<T> writeAcrossSellers(Function<Records, T> work) {
    return CompletableFuture.failedFuture(new AssertionError("nothing has to be written"));
  }

  @Override
  public <T> CompletableFuture<T> writeHits(Function<Records, T> work) {
    return writeAcrossSellers(work);
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
