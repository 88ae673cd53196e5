package tapwright.server.app;

import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import tapwright.server.record.CardListener;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.StoreFault;

/**
 * A ledger of which a part cannot be used, though all else can.
 *
 * @param ledger the whole one
 * @param inWorks what those see who write
 * @param inHits what those see who write hits
 * @param inReads what those see who look up
 */
public record MarredLedger(
    Ledger ledger,
    UnaryOperator<Records> inWorks,
    UnaryOperator<Records> inHits,
    UnaryOperator<Records> inReads)
    implements Ledger {

  /** Contacts cannot be read, neither for a hit nor for whoever looks up. */
  public static MarredLedger withoutContacts(Ledger ledger) {
    UnaryOperator<Records> marred =
        records ->
            without(
                "contacts",
                records,
                () ->
                    new StoreFault.Unavailable(
                        "reading a contact", new IllegalStateException("planted")));
    return new MarredLedger(ledger, UnaryOperator.identity(), marred, marred);
  }

  /** Uses can be counted by whoever looks up, and by nobody who writes. */
  public static MarredLedger countingNothingInWorks(Ledger ledger) {
    UnaryOperator<Records> marred =
        records ->
            without(
                "uses",
                records,
                () -> new AssertionError("uses are counted while others wait to write"));
    return new MarredLedger(ledger, marred, marred, UnaryOperator.identity());
  }

  private static Records without(String part, Records records, Supplier<Throwable> failure) {
    return (Records)
        Proxy.newProxyInstance(
            Records.class.getClassLoader(),
            new Class<?>[] {Records.class},
            (self, method, values) -> {
              if (method.getName().equals(part)) {
                throw failure.get();
              }
              return method.invoke(records, values);
            });
  }

  @Override
  public <T> CompletableFuture<T> writeAcrossSellers(Function<Records, T> work) {
    return ledger.writeAcrossSellers(records -> work.apply(inWorks.apply(records)));
  }

  @Override
  public <T> CompletableFuture<T> writeHits(Function<Records, T> work) {
    return ledger.writeHits(records -> work.apply(inHits.apply(records)));
  }

  @Override
  public <T> CompletableFuture<T> readAcrossSellers(Function<Records, T> work) {
    return ledger.readAcrossSellers(records -> work.apply(inReads.apply(records)));
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
