package tapwright.server.app.access;

import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import tapwright.core.card.SellerId;
import tapwright.server.record.Ledger;
import tapwright.server.record.seller.Activation;
import tapwright.server.record.seller.Seller;

/** Makes sure that a server has a seller to work for. */
public final class FirstSeller {

  /** The seller of a server that serves one. */
  public static final SellerId ID = new SellerId("default");

  private FirstSeller() {}

  /** Adds the first seller where there is none. */
  public static CompletableFuture<Boolean> ensure(Ledger ledger, InstantSource clock) {
    return ledger.writeAcrossSellers(
        records -> {
          boolean missing = records.sellers().all().isEmpty();
          if (missing) {
            records.sellers().add(new Seller(ID, Activation.FIRST_TAP), clock.instant());
          }
          return missing;
        });
  }
}
