package tapwright.server.record.card;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.card.Slug;
import tapwright.core.tag.Uid;
import tapwright.server.record.hit.Hits;

/** The cards on record. */
public interface Cards {

  /**
   * Adds a card.
   *
   * @param row where it stands in the request that ordered it
   */
  void add(Card card, int row);

  /** Whoever the seller is: a link names no seller. */
  Optional<Card> bySlug(Slug slug);

  /**
   * The cards with these slugs, whoever their sellers are; slugs that no card has are left out.
   *
   * <p>They may come from memory and be older than the record: {@link Hits#open} tells which are.
   */
  Map<Slug, Card> bySlugs(Collection<Slug> slugs);

  Optional<Card> byId(SellerId seller, CardId card);

  /** The cards of one request to order, in the order of its rows. */
  List<Card> ofPlacement(SellerId seller, String placementId);

  /** The cards that were made for one order. */
  List<CardId> ofOrder(SellerId seller, String orderId);

  List<Card> list(CardFilter filter);

  /** Stores the card as it is now with the entry that made it so; one version after the other. */
  void change(Card card, CardHistory entry);

  List<CardHistory> history(SellerId seller, CardId card);

  /** Cards whose time is over and that have not come to their end, whosever they are. */
  List<Card> expired(Instant now, int limit);

  /** Cards that wait to be replaced by one that is in use by now, whosever they are. */
  List<Card> withSuccessorInUse(int limit);

  /** Whether a history has entries that are not bound to those before them yet. */
  boolean isAnyUnlinked();

  /**
   * Binds up to so many entries that an earlier version wrote, and what else waits on their cards;
   * answers how many cards there were, 0 where nothing waits.
   */
  int linkSome(int limit);

  /** Every card that was made of the chip, whatever became of it, across sellers. */
  List<Card> withChip(Uid uid);

  /** The live card whose chip has the UID, across sellers: a chip is one thing in one place. */
  Optional<CardId> liveWith(Uid uid);

  /** Notes that the card's chip has the UID, which no live card may have. */
  void bind(Uid uid, CardId card, SellerId seller);

  /** Frees the UIDs of a card that has come to its end. */
  void unbind(SellerId seller, CardId card);
}
