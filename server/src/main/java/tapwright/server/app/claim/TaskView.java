package tapwright.server.app.claim;

import java.util.List;
import tapwright.server.record.claim.ClaimTask;
import tapwright.server.record.money.StoredRefund;

/**
 * A task as people see it.
 *
 * @param refunds what was made of it, for tasks about money
 */
public record TaskView(ClaimTask task, List<StoredRefund> refunds) {
  public TaskView {
    refunds = List.copyOf(refunds);
  }
}
