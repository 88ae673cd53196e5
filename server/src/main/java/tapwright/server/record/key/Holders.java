package tapwright.server.record.key;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;

/** The people on record whom cards speak for, by no name. */
public interface Holders {

  /** The holder with the mark; nobody who is forgotten has one. */
  Optional<Holder> marked(SellerId seller, Bytes mark);

  /** Whose contact the card has, forgotten or not. */
  Optional<Holder> of(SellerId seller, CardId card);

  /** The holder with our key, forgotten or not. */
  Optional<Holder> byId(SellerId seller, String holderId);

  /** Whose contacts the cards of a customer have, by the shop's own key for that customer. */
  List<Holder> ofAccount(SellerId seller, String account);

  /** Everybody who is forgotten, the first one first; across sellers. */
  List<Forgotten> forgotten();

  /** The cards that speak for the holder, in the order of their ids. */
  List<CardId> cards(SellerId seller, String holderId);

  void add(Holder holder);

  /** Takes the holder's key and mark away for ever. */
  void forget(SellerId seller, String holderId, Instant now);
}
