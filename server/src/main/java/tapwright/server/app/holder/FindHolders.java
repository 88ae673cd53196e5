package tapwright.server.app.holder;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;
import tapwright.server.record.key.Holder;

/** Finds the people whom cards speak for, by a card or by the shop's own key for its customer. */
public final class FindHolders {

  private final Ledger ledger;

  public FindHolders(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * A person by our key.
   *
   * @param forgotten whether nothing is readable any more
   * @param at since when the person is known, or forgotten
   * @param cards what speaks for the person, or did
   */
  public record Seen(String holder, boolean forgotten, Instant at, List<Card> cards) {

    public Seen {
      cards = List.copyOf(cards);
    }
  }

  /** Whose contact the card has; nobody where there is no such card or contact. */
  public CompletableFuture<List<Seen>> ofCard(SellerId seller, CardId card) {
    return ledger.read(
        seller,
        records ->
            records.holders().of(seller, card).stream()
                .map(holder -> seen(records, holder))
                .toList());
  }

  /** Whose contacts the cards of the customer have. */
  public CompletableFuture<List<Seen>> ofAccount(SellerId seller, String account) {
    return ledger.read(
        seller,
        records ->
            records.holders().ofAccount(seller, account).stream()
                .map(holder -> seen(records, holder))
                .toList());
  }

  private static Seen seen(Records records, Holder holder) {
    return new Seen(
        holder.id(),
        holder.known().isEmpty(),
        holder.at(),
        records.holders().cards(holder.seller(), holder.id()).stream()
            .map(card -> records.cards().byId(holder.seller(), card).orElseThrow())
            .toList());
  }
}
