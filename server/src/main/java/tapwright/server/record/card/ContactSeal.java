package tapwright.server.record.card;

import java.util.Collection;
import tapwright.core.Bytes;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.wire.WireContact;

/** Makes contacts unreadable at rest, and findable all the same. */
public interface ContactSeal {

  /** The contact, readable only for this seller and card. */
  Bytes seal(WireContact contact, SellerId seller, CardId card);

  WireContact open(Bytes sealed, SellerId seller, CardId card);

  /** What stands in the index for the words of the contact. */
  Collection<Bytes> blindWords(WireContact contact, SellerId seller);

  /** What to look up for words that somebody searches. */
  Collection<Bytes> blindWords(String searched, SellerId seller);
}
