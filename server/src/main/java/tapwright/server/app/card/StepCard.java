package tapwright.server.app.card;

import tapwright.core.card.CardEvent;
import tapwright.core.card.CardEvent.Step;
import tapwright.core.card.CardState;
import tapwright.core.wire.StationEvent;
import tapwright.server.app.Answer;
import tapwright.server.app.AppRefusal;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;

/** Moves a card with what the table of its life does not know: its chip, and what goes together. */
public final class StepCard {

  private StepCard() {}

  /** The card after the event, or why it cannot happen. */
  public static Answer<Card> step(
      Records records, Card card, CardEvent event, MoveCard.Circumstance circumstance) {
    if (event == Step.RESTOCKED && isLocked(card)) {
      return Answer.refused(AppRefusal.CHIP_LOCKED.with("card", card.id()));
    }
    // To send a card is to give it out: nobody should have to say both.
    if (event == Step.SHIPPED && card.status().state() == CardState.VERIFIED) {
      Answer<Card> issued = MoveCard.move(records, card, Step.ISSUED, circumstance);
      return issued instanceof Answer.Done<Card>(Card out)
          ? MoveCard.move(records, out, event, circumstance)
          : issued;
    }
    return MoveCard.move(records, card, event, circumstance);
  }

  /** Whether the chip can never be written again. */
  public static boolean isLocked(Card card) {
    return card.chip()
        .filter(chip -> chip.finished().contains(StationEvent.Finished.LOCKED))
        .isPresent();
  }
}
