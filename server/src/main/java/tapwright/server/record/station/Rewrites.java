package tapwright.server.record.station;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tapwright.core.card.SellerId;

/** The rewrites on record. */
public interface Rewrites {

  void add(Rewrite rewrite);

  Optional<Rewrite> byId(SellerId seller, String rewriteId);

  /** The station's rewrites that are open and whose leases have not ended by then, oldest first. */
  List<Rewrite> open(SellerId seller, String station, Instant now);

  void change(Rewrite rewrite);
}
