package tapwright.server.record.goods;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tapwright.core.card.SellerId;
import tapwright.server.record.claim.StoredClaim;

/** The returns on record. */
public interface Rmas {

  void add(Rma rma);

  Optional<Rma> byId(SellerId seller, String rmaId);

  /** The returns of the claim, oldest first. */
  List<Rma> of(StoredClaim claim);

  /** The returns that the filter lets through, oldest first. */
  List<Rma> list(RmaFilter filter);

  /** Stores the return as it is now; one version after the other. */
  void change(Rma rma);

  /** Those, across sellers, that were issued and whose time to send goods is over. */
  List<Rma> expired(Instant now, int limit);
}
