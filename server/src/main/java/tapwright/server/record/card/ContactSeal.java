package tapwright.server.record.card;

import java.util.Collection;
import tapwright.core.Bytes;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.wire.WireContact;
import tapwright.server.record.key.HolderKey;

/** Makes contacts unreadable at rest, and findable all the same. */
public interface ContactSeal {

  /**
   * What makes the person known again whom the contact speaks for: the same for the same e-mail
   * address; without one the card's own.
   */
  Bytes mark(WireContact contact, SellerId seller, CardId card);

  /** The mark of the person with the e-mail address. */
  Bytes mark(String email, SellerId seller);

  /** A new key for the holder's contacts. */
  HolderKey newKey(String holderId, SellerId seller);

  /** The contact under the holder's key, readable only for this seller and card. */
  SealedContact seal(WireContact contact, HolderKey key, SellerId seller, CardId card);

  WireContact open(SealedContact contact, SellerId seller, CardId card);

  /** What stands in the index for the words of the contact. */
  Collection<Bytes> blindWords(WireContact contact, SellerId seller);

  /** What to look up for words that somebody searches. */
  Collection<Bytes> blindWords(String searched, SellerId seller);
}
