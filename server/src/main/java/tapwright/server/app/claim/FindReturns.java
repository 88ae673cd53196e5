package tapwright.server.app.claim;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tapwright.server.record.Ledger;
import tapwright.server.record.goods.RmaFilter;

/** Looks returns up for their seller, without what their labels say. */
public final class FindReturns {

  private final Ledger ledger;

  public FindReturns(Ledger ledger) {
    this.ledger = ledger;
  }

  /** The returns that the filter lets through, oldest first. */
  public CompletableFuture<List<RmaView>> list(RmaFilter filter) {
    return ledger.read(
        filter.seller(),
        records ->
            records.rmas().list(filter).stream()
                .map(rma -> new RmaView(rma, Optional.empty()))
                .toList());
  }
}
