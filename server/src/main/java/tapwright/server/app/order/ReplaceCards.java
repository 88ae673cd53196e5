package tapwright.server.app.order;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tapwright.core.card.CardEvent;
import tapwright.core.card.CardId;
import tapwright.core.card.CardLife;
import tapwright.core.card.CardLinks;
import tapwright.core.card.CardOutcome;
import tapwright.core.card.Hold;
import tapwright.core.card.SellerId;
import tapwright.core.ndef.LinkCounting;
import tapwright.core.wire.WireContact;
import tapwright.server.app.Answer;
import tapwright.server.app.Caller;
import tapwright.server.app.Once;
import tapwright.server.app.card.MoveCard;
import tapwright.server.app.card.SeenCard;
import tapwright.server.app.card.SellerLinks;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.Protection;
import tapwright.server.record.card.Seals;
import tapwright.server.record.card.Succession;
import tapwright.server.record.order.IdempotencyKey;
import tapwright.server.record.order.Order;

/**
 * Orders another card in the place of one: of the same order, for the same contact, with a slug of
 * its own. Once it is in use, the links of the one before lead where it leads.
 */
public final class ReplaceCards {

  private final Ledger ledger;
  private final Seals seals;
  private final SellerLinks links;
  private final PlaceOrders.Draw draw;
  private final InstantSource clock;
  private final MakeCards makeCards;

  public ReplaceCards(
      Ledger ledger, Seals seals, CardLinks links, PlaceOrders.Draw draw, InstantSource clock) {
    this.ledger = ledger;
    this.seals = seals;
    this.links = new SellerLinks(links);
    this.draw = draw;
    this.clock = clock;
    this.makeCards = new MakeCards(seals, draw, clock);
  }

  /** Why a card is replaced. */
  public enum Reason {
    /** The holder has lost it. */
    LOST,
    /** Somebody else took it. */
    STOLEN,
    /** It was broken in use. */
    DAMAGED,
    /** It does not do what it should. */
    DEFECTIVE,
    /** A claim was decided so; it says why. */
    CLAIMED;

    /** Whether whoever has it now must not go on with it. */
    private boolean stopsAtOnce() {
      return switch (this) {
        case LOST, STOLEN -> true;
        case DAMAGED, DEFECTIVE, CLAIMED -> false;
      };
    }

    private String word() {
      return switch (this) {
        case LOST -> "lost";
        case STOLEN -> "stolen";
        case DAMAGED -> "damaged";
        case DEFECTIVE -> "defective";
        case CLAIMED -> "claimed";
      };
    }
  }

  /**
   * What somebody wants to be replaced.
   *
   * @param cause why, in their words; may be empty
   */
  public record Wish(SeenCard card, Reason reason, String cause) {

    /** The reason, and what was said beside it. */
    private String told() {
      return cause.isEmpty() ? reason.word() : reason.word() + ": " + cause;
    }
  }

  /** The new card; a lost or stolen one is held from now on, the others work until it is in use. */
  public CompletableFuture<Answer<Replacement>> replace(
      Caller caller, IdempotencyKey key, Wish wish) {
    return ledger.write(
        caller.seller(),
        records ->
            Once.of(
                new Once.Asked(
                    records, caller, key.about(wish.card().id().toString()), clock.instant()),
                note -> shown(records, caller.seller(), note),
                () ->
                    wish.card().then(records, caller, card -> replace(records, caller, card, wish)),
                Replacement::cardId));
  }

  private Answer<Replacement> replace(Records records, Caller caller, Card card, Wish wish) {
    Instant now = clock.instant();
    return replace(
        records, card, wish.reason(), MoveCard.Circumstance.of(caller, wish.told(), now, now));
  }

  /** The same within a work. */
  public Answer<Replacement> replace(
      Records records, Card card, Reason reason, MoveCard.Circumstance circumstance) {
    // Asked before anything is made of it: what is refused leaves nothing behind.
    if (CardLife.apply(card.status(), new CardEvent.ReplacementOrdered(card.id()))
        instanceof CardOutcome.Refused(var refusal)) {
      return Answer.refused(refusal);
    }
    Order order = records.orders().byId(card.seller(), card.orderId()).orElseThrow();
    Card successor =
        makeCards.add(
            records,
            order,
            wanted(records, card, circumstance.recordedAt()),
            contact(records, card));
    Answer<Card> waiting =
        MoveCard.move(
            records, card, new CardEvent.ReplacementOrdered(successor.id()), circumstance);
    if (reason.stopsAtOnce() && waiting instanceof Answer.Done<Card>(Card waits)) {
      hold(records, waits, circumstance);
    }
    return Answer.done(shown(records, card.seller(), successor.id().toString()));
  }

  private NewCard wanted(Records records, Card card, Instant now) {
    return new NewCard(
        draw.ids().next(),
        1,
        card.target(),
        chip(records, card),
        Succession.after(card.id()),
        card.expiresAt().filter(end -> end.isAfter(now)),
        now);
  }

  /** With as much protection as the one before; its secrets are drawn anew. */
  private static ChipOrder chip(Records records, Card card) {
    Optional<Protection> protection = records.protections().of(card.seller(), card.id());
    return new ChipOrder(
        card.counting(),
        card.counting() != LinkCounting.SUN && protection.flatMap(Protection::sealed).isPresent(),
        protection.map(Protection::lock).orElse(false));
  }

  private Optional<WireContact> contact(Records records, Card card) {
    return records
        .contacts()
        .sealed(card.seller(), card.id())
        .map(bytes -> seals.contacts().open(bytes, card.seller(), card.id()));
  }

  /** One that was held for this before, or stopped for good, is stopped enough. */
  private static void hold(Records records, Card card, MoveCard.Circumstance circumstance) {
    Answer<Card> _ = MoveCard.move(records, card, new CardEvent.Held(Hold.LOST), circumstance);
  }

  private Replacement shown(Records records, SellerId seller, String cardId) {
    CardId id = CardId.parse(cardId).orElseThrow();
    Card card = records.cards().byId(seller, id).orElseThrow();
    CardLinks ours = links.of(records, card.seller());
    return new Replacement(
        card.succession().replaces().orElseThrow().toString(),
        records.orders().byId(card.seller(), card.orderId()).orElseThrow().number(),
        cardId,
        card.slug().value(),
        ours.chipLink(card.slug()),
        ours.printLink(card.slug()),
        records.jobs().ofCard(card.seller(), card.id()).orElseThrow().id());
  }
}
