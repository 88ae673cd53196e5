package tapwright.server.record.claim;

import java.util.List;
import java.util.Optional;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;

/** The claims on record. */
public interface Claims {

  void add(StoredClaim claim);

  Optional<StoredClaim> byId(SellerId seller, String claimId);

  /** The claims about the card, oldest first. */
  List<StoredClaim> of(SellerId seller, CardId card);
}
