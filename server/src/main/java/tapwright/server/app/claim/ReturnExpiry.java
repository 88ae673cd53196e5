package tapwright.server.app.claim;

import java.time.Instant;
import tapwright.core.claim.RmaEvent;
import tapwright.core.claim.RmaLife;
import tapwright.core.claim.RmaMove;
import tapwright.server.record.Records;
import tapwright.server.record.goods.Rma;

/** The end of the time in which goods could have been sent back. */
public final class ReturnExpiry {

  /** The duty that sees to it. */
  public static final String DUTY = "expire-returns";

  private ReturnExpiry() {}

  /** Lets the return expire, and writes it down. */
  public static void of(Records records, Rma rma, Instant now) {
    switch (RmaLife.apply(rma.state(), RmaEvent.Step.EXPIRED)) {
      case RmaMove.Moved moved -> {
        Rma next = rma.in(moved.state(), rma.way());
        records.rmas().change(next);
        ClaimTrail.add(
            records,
            records.claims().byId(rma.seller(), rma.claimId()).orElseThrow(),
            Deed.ofDuty(DUTY, now),
            RmaTold.of(next));
      }
      case RmaMove.Refused refused -> throw new IllegalStateException(refused.refusal().message());
    }
  }
}
