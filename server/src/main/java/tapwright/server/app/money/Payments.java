package tapwright.server.app.money;

import java.util.concurrent.CompletableFuture;
import tapwright.core.policy.Money;

/** Who holds the customers' payments and can give them back. */
public interface Payments {

  /**
   * A refund as the provider is asked for it.
   *
   * @param key the idempotency key, which the provider keeps for a day at least
   * @param order the key of the order, for people who look at the provider's pages
   */
  record Wanted(String key, String payment, Money amount, String order) {}

  /** Gives the money back; asked again with the same key, it does nothing more. */
  CompletableFuture<PaymentOutcome> refund(Wanted wanted);

  /** What became of the refund with that key; this moves no money. */
  CompletableFuture<PaymentOutcome> find(Wanted wanted);
}
