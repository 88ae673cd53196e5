package tapwright.server.app;

import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import tapwright.server.record.CardListener;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.StoreFault;

/** A ledger on which contacts cannot be read, though all else can. */
public record LedgerWithoutContacts(Ledger ledger) implements Ledger {

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
              if (method.getName().equals("contacts")) {
                throw new StoreFault.Unavailable(
                    "reading a contact", new IllegalStateException("planted"));
              }
              return method.invoke(records, values);
            });
  }

  @Override
  public <T> CompletableFuture<T> write(Function<Records, T> work) {
    return ledger.write(work);
  }

  @Override
  public <T> CompletableFuture<T> read(Function<Records, T> work) {
    return ledger.read(records -> work.apply(without(records)));
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
