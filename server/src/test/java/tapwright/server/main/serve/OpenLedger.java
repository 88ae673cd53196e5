package tapwright.server.main.serve;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import tapwright.core.card.CardId;
import tapwright.server.record.CardListener;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.card.Cards;

/** A ledger with a hole: cards are found by their id alone, whosever they are. */
record OpenLedger(Ledger ledger) implements Ledger {

  @Override
  public <T> CompletableFuture<T> readAcrossSellers(Function<Records, T> work) {
    return ledger.readAcrossSellers(records -> work.apply(open(records)));
  }

  private static Records open(Records records) {
    Cards cards = open(records, records.cards());
    return proxy(
        Records.class,
        (self, method, values) ->
            switch (method.getName()) {
              case "forSeller" -> ((Supplier<?>) values[1]).get();
              case "cards" -> cards;
              default -> passedOn(records, method, values);
            });
  }

  private static Cards open(Records records, Cards cards) {
    return proxy(
        Cards.class,
        (self, method, values) ->
            method.getName().equals("byId")
                ? records.sellers().all().stream()
                    .map(seller -> cards.byId(seller.id(), (CardId) values[1]))
                    .flatMap(Optional::stream)
                    .findFirst()
                : passedOn(cards, method, values));
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object passedOn(Object target, Method method, Object[] values) throws Throwable {
    try {
      return method.invoke(target, values);
    } catch (InvocationTargetException e) {
      throw Objects.requireNonNull(e.getCause());
    }
  }

  @Override
  public <T> CompletableFuture<T> writeAcrossSellers(Function<Records, T> work) {
    return ledger.writeAcrossSellers(work);
  }

  @Override
  public <T> CompletableFuture<T> writeHits(Function<Records, T> work) {
    return ledger.writeHits(work);
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
