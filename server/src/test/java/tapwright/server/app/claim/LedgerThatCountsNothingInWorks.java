package tapwright.server.app.claim;

import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import tapwright.server.record.CardListener;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;

/** A ledger on which uses can be counted by whoever looks up, and by nobody who writes. */
record LedgerThatCountsNothingInWorks(Ledger ledger) implements Ledger {

  @Override
  public <T> CompletableFuture<T> write(Function<Records, T> work) {
    return ledger.write(records -> work.apply(without(records)));
  }

  @Override
  public <T> CompletableFuture<T> writeHits(Function<Records, T> work) {
    return ledger.writeHits(records -> work.apply(without(records)));
  }

  private static Records without(Records records) {
    return (Records)
        Proxy.newProxyInstance(
            Records.class.getClassLoader(),
            new Class<?>[] {Records.class},
            (self, method, values) -> {
              if (method.getName().equals("uses")) {
                throw new AssertionError("uses are counted while others wait to write");
              }
              return method.invoke(records, values);
            });
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
