package tapwright.server.app.order;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import tapwright.core.Bytes;
import tapwright.core.card.CardEvent.Step;
import tapwright.core.card.CardId;
import tapwright.core.card.CardState;
import tapwright.core.card.CardStatus;
import tapwright.core.card.Shipping;
import tapwright.core.card.Tier;
import tapwright.core.ndef.LinkCounting;
import tapwright.core.wire.StationEvent;
import tapwright.server.app.Answer;
import tapwright.server.app.Caller;
import tapwright.server.app.card.MoveCard;
import tapwright.server.app.holder.KeepContact;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.Chip;
import tapwright.server.record.card.Seals;
import tapwright.server.record.card.Succession;
import tapwright.server.record.order.Order;

/** Puts cards that are out already on record within a transaction, with what happened to them. */
final class AdoptedRows {

  private static final int FIRST_KEY_VERSION = 1;
  private static final int NOT_COUNTING = -1;
  private static final String CAUSE = "adopted";

  private final PlaceOrders.Draw draw;
  private final InstantSource clock;
  private final KeepContact keepContact;

  AdoptedRows(Seals seals, PlaceOrders.Draw draw, InstantSource clock) {
    this.draw = draw;
    this.clock = clock;
    this.keepContact = new KeepContact(seals.contacts(), draw.ids(), clock);
  }

  /** A card and the request that it came with. */
  record Row(String adoptionId, Order order, AdoptedCard card) {}

  void add(Records records, Caller caller, Row row) {
    Instant now = clock.instant();
    AdoptedCard adopted = row.card();
    Card card = made(row, now);
    records.cards().add(card, adopted.order().line());
    keepContact.of(records, adopted.order().contact(), card);
    Card known = card.adoptedWith(chip(adopted));
    records
        .cards()
        .change(
            known,
            MoveCard.Circumstance.of(caller, "", now, now)
                .entry(known, CAUSE, "taps " + adopted.taps()));
    records.cards().bind(adopted.uid(), card.id(), card.seller());
    records.uses().adopt(card.seller(), card.id(), adopted.taps(), now);
    live(records, caller, known, adopted);
  }

  /** What happened to it, in the order in which it did. */
  private void live(Records records, Caller caller, Card card, AdoptedCard adopted) {
    Instant now = clock.instant();
    Card last =
        moved(
            records,
            card,
            Step.ISSUED,
            MoveCard.Circumstance.of(caller, CAUSE, adopted.issuedAt(), now));
    if (adopted.activatedAt().isPresent()) {
      last =
          moved(
              records,
              last,
              Step.ACTIVATED,
              MoveCard.Circumstance.of(caller, CAUSE, adopted.activatedAt().get(), now));
    }
    if (adopted.state() == CardState.REVOKED) {
      moved(records, last, Step.REVOKED, MoveCard.Circumstance.of(caller, CAUSE, now, now));
    }
  }

  private static Card moved(
      Records records, Card card, Step step, MoveCard.Circumstance circumstance) {
    return switch (MoveCard.move(records, card, step, circumstance)) {
      case Answer.Done<Card>(Card next) -> next;
      case Answer.Refused<Card> refused ->
          throw new IllegalStateException("an adopted card refused " + refused.refusal());
    };
  }

  /** As if a station had just made it: what follows is told by its events. */
  private Card made(Row row, Instant now) {
    OrderLine line = row.card().order();
    return new Card(
        CardId.draw(draw.random()),
        row.order().seller(),
        row.card().slug(),
        row.order().id(),
        row.adoptionId(),
        new CardStatus(CardState.VERIFIED, Shipping.AT_SELLER, Tier.PAID, Set.of()),
        0,
        PlaceOrders.target(line),
        line.chip().counting(),
        Optional.empty(),
        Optional.empty(),
        Succession.NONE,
        line.expiresAt(),
        now);
  }

  /** What it holds nobody has read back here, so that it is what no message is. */
  private static Chip chip(AdoptedCard card) {
    return new Chip(
        card.uid(),
        card.model(),
        card.order().chip().counting() == LinkCounting.NONE ? NOT_COUNTING : card.counter(),
        FIRST_KEY_VERSION,
        Bytes.EMPTY,
        card.locked() ? Set.of(StationEvent.Finished.LOCKED) : Set.of());
  }
}
