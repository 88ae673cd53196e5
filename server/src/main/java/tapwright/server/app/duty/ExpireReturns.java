package tapwright.server.app.duty;

import java.time.Instant;
import java.util.List;
import tapwright.server.app.claim.ReturnExpiry;
import tapwright.server.record.Records;
import tapwright.server.record.goods.Rma;

/** Ends returns whose time to send goods is over. */
public final class ExpireReturns implements Duty {

  private static final int PART = 100;

  @Override
  public String name() {
    return ReturnExpiry.DUTY;
  }

  @Override
  public boolean isDue(Records records, Instant now) {
    return !records.rmas().expired(now, 1).isEmpty();
  }

  @Override
  public boolean doPart(Records records, Instant now) {
    List<Rma> expired = records.rmas().expired(now, PART);
    expired.forEach(rma -> ReturnExpiry.of(records, rma, now));
    return expired.size() == PART;
  }
}
