package tapwright.server.app.holder;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tapwright.core.card.CardEvent.Step;
import tapwright.core.card.CardLinks;
import tapwright.core.card.CardState;
import tapwright.core.card.HandOver;
import tapwright.core.card.Mark;
import tapwright.core.wire.WireContact;
import tapwright.server.app.Answer;
import tapwright.server.app.AppRefusal;
import tapwright.server.app.Caller;
import tapwright.server.app.FieldError;
import tapwright.server.app.IdSource;
import tapwright.server.app.card.MoveCard;
import tapwright.server.app.card.SeenCard;
import tapwright.server.app.card.SellerLinks;
import tapwright.server.app.card.SuspectTransfer;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.ContactSeal;

/**
 * Lets a card speak for another contact: at once for its page; where its chip holds the one before,
 * the card is marked until a station has written the chip anew.
 */
public final class ChangeContact {

  private final Ledger ledger;
  private final ContactSeal seal;
  private final KeepContact keepContact;
  private final SellerLinks links;
  private final InstantSource clock;

  public ChangeContact(Ledger ledger, ContactSeal seal, CardLinks links, Draw draw) {
    this.ledger = ledger;
    this.seal = seal;
    this.keepContact = new KeepContact(seal, draw.ids(), draw.clock());
    this.links = new SellerLinks(links);
    this.clock = draw.clock();
  }

  /** Where new keys and times come from. */
  public record Draw(IdSource ids, InstantSource clock) {}

  /** The card with its new contact; the contact itself is in no event. */
  public CompletableFuture<Answer<Card>> change(Caller caller, SeenCard seen, WireContact contact) {
    List<FieldError> errors = new ArrayList<>();
    new ContactCheck(0, errors).contact(contact);
    if (!errors.isEmpty()) {
      return CompletableFuture.completedFuture(
          new Answer.Refused<>(
              AppRefusal.CONTACT_INVALID.with("count", FieldError.counted(errors.size(), "field")),
              errors));
    }
    return ledger.write(
        caller.seller(),
        records -> seen.then(records, caller, card -> change(records, caller, card, contact)));
  }

  private Answer<Card> change(Records records, Caller caller, Card card, WireContact contact) {
    Instant now = clock.instant();
    MoveCard.Circumstance circumstance = MoveCard.Circumstance.of(caller, "", now, now);
    Answer<Card> set = MoveCard.move(records, card, Step.CONTACT_SET, circumstance);
    if (set instanceof Answer.Done<Card>(Card next)) {
      boolean handedOver = isHandedOver(records, card, contact);
      keepContact.of(records, contact, next);
      order(records, next, contact);
      Answer<Card> compared = compared(records, next, circumstance);
      return handedOver ? suspected(records, compared, circumstance) : compared;
    }
    return set;
  }

  /** Asked while the contact of before can still be read; the answer alone is kept. */
  private boolean isHandedOver(Records records, Card card, WireContact contact) {
    return records
        .contacts()
        .sealed(card.seller(), card.id())
        .map(kept -> seal.open(kept, card.seller(), card.id()))
        .filter(before -> HandOver.isBetween(person(before), person(contact)))
        .isPresent();
  }

  private static HandOver.Person person(WireContact contact) {
    return new HandOver.Person(contact.name(), contact.company(), contact.phone(), contact.email());
  }

  private static Answer<Card> suspected(
      Records records, Answer<Card> changed, MoveCard.Circumstance circumstance) {
    return switch (changed) {
      case Answer.Refused<Card> refused -> refused;
      case Answer.Done<Card>(Card card) ->
          Answer.done(
              SuspectTransfer.mark(
                  records,
                  card,
                  new SuspectTransfer.Suspicion(
                      SuspectTransfer.Ground.HANDED_OVER,
                      "contact set by " + circumstance.by().actor(),
                      circumstance.recordedAt())));
    };
  }

  private void order(Records records, Card card, WireContact contact) {
    String link = links.of(records, card.seller()).chipLink(card.slug());
    records.jobs().supersede(card.seller(), card.id());
    records
        .jobs()
        .order(
            card.seller(),
            card.id(),
            new ChipContent(link, Optional.of(contact), card.counting()).hashes());
  }

  /** A chip that holds the link alone is right whoever the card speaks for. */
  private static Answer<Card> compared(
      Records records, Card card, MoveCard.Circumstance circumstance) {
    boolean stale = isMade(card) && !holdsWhatItShall(records, card);
    if (stale == card.status().has(Mark.CONTENT_STALE)) {
      return Answer.done(card);
    }
    return MoveCard.move(
        records, card, stale ? Step.CONTENT_OUTDATED : Step.CONTENT_REWRITTEN, circumstance);
  }

  private static boolean isMade(Card card) {
    CardState state = card.status().state();
    return state != CardState.BLANK && state != CardState.ENCODED;
  }

  private static boolean holdsWhatItShall(Records records, Card card) {
    return card.chip()
        .filter(chip -> records.jobs().orderedNow(card.seller(), card.id(), chip.messageHash()))
        .isPresent();
  }
}
