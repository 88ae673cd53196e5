package tapwright.server.record.card;

import java.util.Optional;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;

/** The protections on record: written once with the card, and never changed or deleted. */
public interface Protections {

  void add(CardId card, SellerId seller, Protection protection);

  /** Empty for a card that stays open. */
  Optional<Protection> of(SellerId seller, CardId card);
}
