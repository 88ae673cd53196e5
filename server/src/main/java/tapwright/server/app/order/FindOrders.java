package tapwright.server.app.order;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import tapwright.server.record.Ledger;
import tapwright.server.record.order.Order;
import tapwright.server.record.order.OrderFilter;

/** Looks orders up for their seller. */
public final class FindOrders {

  private final Ledger ledger;

  public FindOrders(Ledger ledger) {
    this.ledger = ledger;
  }

  /** The orders that the filter lets through, oldest first. */
  public CompletableFuture<List<Order>> list(OrderFilter filter) {
    return ledger.read(filter.seller(), records -> records.orders().list(filter));
  }
}
