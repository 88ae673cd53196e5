package tapwright.server.app;

import java.util.concurrent.CompletableFuture;

/** A seller's own settings. */
public final class RunSeller {

  private final Ledger ledger;

  public RunSeller(Ledger ledger) {
    this.ledger = ledger;
  }

  public CompletableFuture<Seller> settings(Caller caller) {
    return ledger.read(records -> records.sellers().find(caller.seller()).orElseThrow());
  }

  /** From now on the seller's cards come into use by this event. */
  public CompletableFuture<Seller> activateBy(Caller caller, Activation activation) {
    return ledger.write(
        records -> {
          records.sellers().setActivation(caller.seller(), activation);
          return records.sellers().find(caller.seller()).orElseThrow();
        });
  }
}
