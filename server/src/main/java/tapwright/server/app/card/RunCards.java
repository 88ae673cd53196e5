package tapwright.server.app.card;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import tapwright.core.Refusal;
import tapwright.core.card.CardEvent;
import tapwright.core.card.CardId;
import tapwright.core.card.CardState;
import tapwright.server.app.Answer;
import tapwright.server.app.AppRefusal;
import tapwright.server.app.Caller;
import tapwright.server.app.SentInstant;
import tapwright.server.app.Shown;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.CardHistory;

/** What staff and shops do to a card: give it out, send it, stop it, lead it elsewhere. */
public final class RunCards {

  private final Ledger ledger;
  private final InstantSource clock;

  public RunCards(Ledger ledger, InstantSource clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Lets the event happen to the card, or says why it cannot. */
  public CompletableFuture<Answer<Card>> act(Caller caller, CardId cardId, CardAct act) {
    return withCard(caller, cardId, (records, card) -> act(records, caller, card, act));
  }

  private Answer<Card> act(Records records, Caller caller, Card card, CardAct act) {
    Instant now = clock.instant();
    Optional<Refusal> outside = SentInstant.refusal(act.at(), now);
    if (outside.isPresent()) {
      return Answer.refused(outside.get());
    }
    MoveCard.Circumstance circumstance =
        new MoveCard.Circumstance(caller.name(), act.cause(), SentInstant.of(act.at(), now), now);
    // To send a card is to give it out: nobody should have to say both.
    if (act.event() == CardEvent.Step.SHIPPED && card.status().state() == CardState.VERIFIED) {
      Answer<Card> issued = MoveCard.move(records, card, CardEvent.Step.ISSUED, circumstance);
      return issued instanceof Answer.Done<Card> done
          ? MoveCard.move(records, done.value(), act.event(), circumstance)
          : issued;
    }
    return MoveCard.move(records, card, act.event(), circumstance);
  }

  /** Leads the card's links elsewhere from now on; the chip and the print stay as they are. */
  public CompletableFuture<Answer<Card>> leadTo(Caller caller, CardId cardId, String target) {
    Optional<String> allowed = Target.allowedInsteadOf(target);
    if (allowed.isPresent()) {
      return CompletableFuture.completedFuture(
          Answer.refused(
              AppRefusal.TARGET_INVALID.with(
                  "target", Shown.of(target), "allowed", allowed.get())));
    }
    String link = Target.of(target).value();
    return withCard(
        caller, cardId, (records, card) -> Answer.done(lead(records, caller, card, link)));
  }

  private Card lead(Records records, Caller caller, Card card, String target) {
    Instant now = clock.instant();
    Card next = card.leadingTo(target);
    records
        .cards()
        .change(
            next,
            new CardHistory(next.version(), "target-set", target, caller.name(), "", now, now));
    return next;
  }

  private CompletableFuture<Answer<Card>> withCard(
      Caller caller, CardId cardId, BiFunction<Records, Card, Answer<Card>> work) {
    return ledger.write(
        caller.seller(),
        records ->
            records
                .cards()
                .byId(caller.seller(), cardId)
                .map(card -> work.apply(records, card))
                .orElseGet(() -> Answer.refused(AppRefusal.CARD_UNKNOWN.with("card", cardId))));
  }
}
