package tapwright.server.record.station;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tapwright.core.card.SellerId;

/** The rewrites on record. */
public interface Rewrites {

  void add(Rewrite rewrite);

  Optional<Rewrite> byId(SellerId seller, String rewriteId);

  /** Those told to the station whose leases have not ended by then and that are not done. */
  List<Rewrite> undone(SellerId seller, String station, Instant now);

  void change(Rewrite rewrite);
}
