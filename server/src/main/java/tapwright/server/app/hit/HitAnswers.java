package tapwright.server.app.hit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tapwright.core.card.CardId;
import tapwright.core.card.CardState;
import tapwright.core.card.SellerId;
import tapwright.core.card.Slug;
import tapwright.core.tap.Assurance;
import tapwright.core.tap.HitClass;
import tapwright.core.tap.LinkKind;
import tapwright.core.tap.Verdict;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.SealedContact;
import tapwright.server.record.seller.Activation;
import tapwright.server.record.seller.Seller;

/** What hits are answered with, for the length of one transaction; what was asked is kept. */
final class HitAnswers {

  /** More replacements of one card than ever happen; a longer chain would be a circle. */
  private static final int REPLACEMENT_LIMIT = 16;

  private static final Set<HitClass> COUNTED = Set.of(HitClass.TAP, HitClass.SCAN, HitClass.SHARE);

  private final Records records;

  /** Those of the hits, with what the hits before did to them. */
  private final Map<Slug, Card> cards;

  private final Map<SellerId, Seller> sellers = new HashMap<>();
  private final Map<CardId, Optional<Card>> replacements = new HashMap<>();
  private final Map<CardId, Optional<SealedContact>> contacts = new HashMap<>();

  HitAnswers(Records records, Map<Slug, Card> cards) {
    this.records = records;
    this.cards = cards;
  }

  HitAnswer of(Card card, LinkKind link, Verdict verdict) {
    Optional<Card> successor = successorInUse(card);
    if (successor.isPresent()) {
      return open(successor, link, verdict);
    }
    if (card.status().suspended()) {
      return new HitAnswer.Page(HitAnswer.PageKind.SUSPENDED);
    }
    return switch (card.status().state()) {
      case BLANK, ENCODED, VERIFIED -> new HitAnswer.Page(HitAnswer.PageKind.NOT_ISSUED);
      case ISSUED ->
          activation(card) == Activation.HOLDER
              ? new HitAnswer.Page(HitAnswer.PageKind.NOT_ACTIVATED)
              : open(Optional.of(card), link, verdict);
      case ACTIVE -> open(Optional.of(card), link, verdict);
      case REPLACED -> open(Optional.empty(), link, verdict);
      case EXPIRED, REVOKED, SCRAPPED, RESTOCKED -> new HitAnswer.Page(HitAnswer.PageKind.REVOKED);
    };
  }

  /** How the card's seller brings cards into use. */
  Activation activation(Card card) {
    return seller(card).activation();
  }

  /** Whether the card has what the link leads to: its seller may want no page of the contact. */
  boolean has(Card card, LinkKind link) {
    return link.leadsOn() || seller(card).sharePage();
  }

  private Seller seller(Card card) {
    return sellers.computeIfAbsent(
        card.seller(), seller -> records.sellers().find(seller).orElseThrow());
  }

  /**
   * What the link opens.
   *
   * @param card empty where the card was replaced by one that is not in use
   */
  private HitAnswer open(Optional<Card> card, LinkKind link, Verdict verdict) {
    return switch (link) {
      case CHIP, PRINT -> leadOn(card.map(Card::target).orElse(""), isRemembered(verdict));
      case SHARE, CONTACT ->
          card.<HitAnswer>map(shown -> contact(shown, isRemembered(verdict)))
              .orElseGet(() -> new HitAnswer.Page(HitAnswer.PageKind.NO_CONTACT));
    };
  }

  /** Read with the hit: where it cannot be, the hit is not stored either. */
  private HitAnswer contact(Card card, boolean remember) {
    Optional<SealedContact> sealed =
        contacts.computeIfAbsent(card.id(), id -> records.contacts().sealed(card.seller(), id));
    boolean gone = sealed.isEmpty() && isForgotten(card);
    return new HitAnswer.Contact(card.seller(), card.id(), sealed, remember, gone);
  }

  private boolean isForgotten(Card card) {
    return records
        .holders()
        .of(card.seller(), card.id())
        .filter(holder -> holder.known().isEmpty())
        .isPresent();
  }

  private static HitAnswer leadOn(String target, boolean remember) {
    return target.isEmpty()
        ? new HitAnswer.Page(HitAnswer.PageKind.NO_TARGET)
        : new HitAnswer.Redirect(target, remember);
  }

  /** Counted, and nothing but the browser can tell it from a second one. */
  private static boolean isRemembered(Verdict verdict) {
    return verdict.assurance() == Assurance.BARE && COUNTED.contains(verdict.hitClass());
  }

  private Optional<Card> successorInUse(Card card) {
    return card.replacedBy().isEmpty()
        ? Optional.empty()
        : replacements.computeIfAbsent(card.id(), id -> lastInUse(card));
  }

  /**
   * The last card in use of those that were ordered one after the other to take this one's place;
   * one that waits for its own successor serves until then.
   */
  private Optional<Card> lastInUse(Card card) {
    Optional<Card> found = Optional.empty();
    Card last = card;
    for (int i = 0; i < REPLACEMENT_LIMIT && last.replacedBy().isPresent(); i++) {
      CardId next = last.replacedBy().get();
      last = asItIsNow(records.cards().byId(card.seller(), next).orElseThrow());
      found = isInUse(last) ? Optional.of(last) : found;
    }
    return found;
  }

  private static boolean isInUse(Card card) {
    return card.status().state() == CardState.ACTIVE && !card.status().suspended();
  }

  /** What the hits of a batch do to a card, is stored at its end. */
  private Card asItIsNow(Card card) {
    return cards.getOrDefault(card.slug(), card);
  }
}
