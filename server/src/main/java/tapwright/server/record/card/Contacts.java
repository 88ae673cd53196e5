package tapwright.server.record.card;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;

/** The sealed contacts on record and the index that finds them by blinded words. */
public interface Contacts {

  void put(CardId card, SellerId seller, Bytes sealed, Collection<Bytes> words);

  Optional<Bytes> sealed(CardId card);

  /** The cards whose contacts have all these words. */
  List<CardId> find(SellerId seller, Collection<Bytes> words, int limit);
}
