package tapwright.server.app.money;

import java.util.List;
import tapwright.core.money.OrderMoney;
import tapwright.core.trail.TrailEntry;
import tapwright.server.record.money.StoredRefund;

/**
 * The money of an order as it is shown.
 *
 * @param order the order's number
 * @param refunds oldest first
 * @param trail all that happened, from the beginning
 */
public record MoneyView(
    String order, OrderMoney money, List<StoredRefund> refunds, List<TrailEntry> trail) {
  public MoneyView {
    refunds = List.copyOf(refunds);
    trail = List.copyOf(trail);
  }
}
