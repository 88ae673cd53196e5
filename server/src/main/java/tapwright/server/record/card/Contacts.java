package tapwright.server.record.card;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;

/** The sealed contacts on record and the index that finds them by blinded words. */
public interface Contacts {

  /** Keeps the card's contact, in place of the one that it had. */
  void put(CardId card, SellerId seller, SealedContact contact, Collection<Bytes> words);

  /** Empty for a card that speaks for nobody, or for nobody any more. */
  Optional<SealedContact> sealed(SellerId seller, CardId card);

  /** The cards whose contacts have all these words. */
  List<CardId> find(SellerId seller, Collection<Bytes> words, int limit);

  /** Takes the contact's bytes and words away; that there was one stays on record. */
  void erase(SellerId seller, CardId card);

  /** Whether one of the seller's is under no holder's key yet. */
  boolean isAnyWithoutHolder(SellerId seller);

  /** Some of those that are under no holder's key yet. */
  List<OldContact> withoutHolder(int limit);
}
