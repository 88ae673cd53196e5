package tapwright.server.record.goods;

import java.time.Instant;
import java.util.List;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;

/** What carriers said, as it is on record. */
public interface CarrierScans {

  /** Keeps the scan; false where it is there already. */
  boolean add(CarrierScan scan, Instant now);

  /** The scans of the card's parcels, in the order in which they happened. */
  List<CarrierScan> of(SellerId seller, CardId card);
}
