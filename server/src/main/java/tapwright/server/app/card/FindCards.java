package tapwright.server.app.card;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tapwright.core.Bytes;
import tapwright.core.card.CardId;
import tapwright.core.card.CardLinks;
import tapwright.core.card.SellerId;
import tapwright.server.app.Answer;
import tapwright.server.app.AppRefusal;
import tapwright.server.app.Caller;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.CardFilter;
import tapwright.server.record.card.ContactSeal;

/** Looks cards up for their seller. */
public final class FindCards {

  private final Ledger ledger;
  private final ContactSeal seal;
  private final SellerLinks links;

  public FindCards(Ledger ledger, ContactSeal seal, CardLinks links) {
    this.ledger = ledger;
    this.seal = seal;
    this.links = new SellerLinks(links);
  }

  /** The card with its history and usage. */
  public CompletableFuture<Answer<CardView>> view(Caller caller, CardId cardId) {
    return ledger.read(
        caller.seller(),
        records ->
            records
                .cards()
                .byId(caller.seller(), cardId)
                .map(card -> Answer.done(view(records, card)))
                .orElseGet(() -> Answer.refused(AppRefusal.CARD_UNKNOWN.with("card", cardId))));
  }

  /** The cards that the filter lets through, without history. */
  public CompletableFuture<List<CardView>> list(CardFilter filter) {
    return ledger.read(
        filter.seller(),
        records ->
            records.cards().list(filter).stream().map(card -> brief(records, card)).toList());
  }

  /** The cards whose contact has all the words; whole words only, since the index is blinded. */
  public CompletableFuture<List<CardView>> search(SellerId seller, String words, int limit) {
    Collection<Bytes> blind = seal.blindWords(words, seller);
    return ledger.read(
        seller,
        records -> {
          List<CardView> found = new ArrayList<>();
          for (CardId card : records.contacts().find(seller, blind, limit)) {
            found.add(brief(records, records.cards().byId(seller, card).orElseThrow()));
          }
          return found;
        });
  }

  private CardView view(Records records, Card card) {
    CardView brief = brief(records, card);
    return new CardView(
        card,
        brief.order(),
        brief.contact(),
        brief.link(),
        brief.qrLink(),
        brief.shareLink(),
        records.cards().history(card.seller(), card.id()),
        records.hits().usage(card.seller(), card.id()),
        Optional.of(records.uses().of(card.seller(), card.id())));
  }

  private CardView brief(Records records, Card card) {
    CardLinks ours = links.of(records, card.seller());
    return new CardView(
        card,
        records.orders().byId(card.seller(), card.orderId()).orElseThrow(),
        records
            .contacts()
            .sealed(card.seller(), card.id())
            .flatMap(bytes -> Optional.of(seal.open(bytes, card.seller(), card.id()))),
        ours.chipLink(card.slug()),
        ours.printLink(card.slug()),
        ours.shareLink(card.slug()),
        List.of(),
        List.of(),
        Optional.empty());
  }
}
