package tapwright.server.record.claim;

import java.util.List;
import java.util.Optional;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.server.record.list.Page;

/** The claims on record. */
public interface Claims {

  void add(StoredClaim claim);

  Optional<StoredClaim> byId(SellerId seller, String claimId);

  /** The claims about the card, oldest first. */
  List<StoredClaim> of(SellerId seller, CardId card);

  /** A part of them. */
  List<StoredClaim> of(SellerId seller, CardId card, Page page);
}
