package tapwright.server.app.card;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import tapwright.core.Refusal;
import tapwright.core.card.CardEvent;
import tapwright.core.card.CardId;
import tapwright.core.card.ParcelWay;
import tapwright.server.app.Answer;
import tapwright.server.app.AppRefusal;
import tapwright.server.app.Caller;
import tapwright.server.app.Once;
import tapwright.server.app.SentInstant;
import tapwright.server.app.Shown;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;
import tapwright.server.record.order.IdempotencyKey;

/** What staff and shops do to a card: give it out, send it, stop it, lead it elsewhere. */
public final class RunCards {

  /** Before any card was made. */
  private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");

  /** The last day that a year of four digits writes. */
  private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

  private final Ledger ledger;
  private final InstantSource clock;

  public RunCards(Ledger ledger, InstantSource clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Lets the event happen to the card, or says why it cannot. */
  public CompletableFuture<Answer<Card>> act(Caller caller, CardId cardId, CardAct act) {
    return ledger.write(
        caller.seller(), records -> act(records, caller, new SeenCard(cardId, act.seen()), act));
  }

  /** The same, once for the key; asked again, it answers the card as it is by then. */
  public CompletableFuture<Answer<Card>> actOnce(
      Caller caller, IdempotencyKey key, CardId cardId, CardAct act) {
    return ledger.write(
        caller.seller(),
        records ->
            Once.of(
                new Once.Asked(records, caller, key.about(cardId.toString()), clock.instant()),
                note -> records.cards().byId(caller.seller(), cardId).orElseThrow(),
                () -> act(records, caller, new SeenCard(cardId, act.seen()), act),
                card -> card.id() + " " + card.version()));
  }

  private Answer<Card> act(Records records, Caller caller, SeenCard seen, CardAct act) {
    return seen.then(records, caller, card -> act(records, caller, card, act));
  }

  private Answer<Card> act(Records records, Caller caller, Card card, CardAct act) {
    Instant now = clock.instant();
    Optional<Refusal> outside = SentInstant.refusal(act.at(), now);
    if (outside.isPresent()) {
      return Answer.refused(outside.get());
    }
    MoveCard.Circumstance circumstance =
        MoveCard.Circumstance.of(caller, act.cause(), SentInstant.of(act.at(), now), now);
    return isToldByCarrier(records, card, act.event())
        ? Answer.done(card)
        : StepCard.step(records, asActed(card, act), act.event(), circumstance);
  }

  /** What a chip holds that was written elsewhere is nothing that an inspection can compare. */
  private static Card asActed(Card card, CardAct act) {
    return act.event() == CardEvent.Step.CONTENT_REWRITTEN
        ? card.chip().map(chip -> card.rewritten(chip.holdingUnread())).orElse(card)
        : card;
  }

  /**
   * Whether the card is there already, as its carrier said. Two tell of one parcel, and nobody
   * should have to know who was first.
   */
  private static boolean isToldByCarrier(Records records, Card card, CardEvent event) {
    return event instanceof CardEvent.Step step
        && ParcelWay.end(step).equals(Optional.of(card.status().shipping()))
        && records.carrierScans().of(card.seller(), card.id()).stream()
            .flatMap(scan -> scan.step().stream())
            .reduce((earlier, later) -> later)
            .equals(Optional.of(step));
  }

  /** Leads the card's links elsewhere from now on; the chip and the print stay as they are. */
  public CompletableFuture<Answer<Card>> leadTo(Caller caller, SeenCard seen, String target) {
    Optional<String> allowed = Target.allowedInsteadOf(target);
    if (allowed.isPresent()) {
      return CompletableFuture.completedFuture(
          Answer.refused(
              AppRefusal.TARGET_INVALID.with(
                  "target", Shown.of(target), "allowed", allowed.get())));
    }
    String link = Target.of(target).value();
    return change(caller, seen, new Change("target-set", link, card -> card.leadingTo(link)));
  }

  /** The same for whichever version the card has. */
  public CompletableFuture<Answer<Card>> leadTo(Caller caller, CardId cardId, String target) {
    return leadTo(caller, new SeenCard(cardId, Optional.empty()), target);
  }

  /** Lets the card's time be over at that instant, which may have passed; never, where empty. */
  public CompletableFuture<Answer<Card>> expireAt(
      Caller caller, SeenCard seen, Optional<Instant> at) {
    Optional<Instant> outside = at.filter(end -> end.isBefore(FIRST) || end.isAfter(LAST));
    if (outside.isPresent()) {
      return CompletableFuture.completedFuture(
          Answer.refused(
              AppRefusal.INSTANT_OUTSIDE.with(
                  "field", "expiresAt", "seen", outside.get(), "allowed", FIRST + " to " + LAST)));
    }
    String detail = at.map(Instant::toString).orElse("never");
    return change(caller, seen, new Change("expiry-set", detail, card -> card.expiring(at)));
  }

  private CompletableFuture<Answer<Card>> change(Caller caller, SeenCard seen, Change change) {
    return ledger.write(
        caller.seller(),
        records ->
            seen.then(
                records, caller, card -> Answer.done(changed(records, caller, card, change))));
  }

  private Card changed(Records records, Caller caller, Card card, Change change) {
    Instant now = clock.instant();
    Card next = change.to().apply(card);
    MoveCard.Circumstance circumstance = MoveCard.Circumstance.of(caller, "", now, now);
    records.cards().change(next, circumstance.entry(next, change.kind(), change.detail()));
    return next;
  }

  /** A change that is possible in every state. */
  private record Change(String kind, String detail, UnaryOperator<Card> to) {}
}
