package tapwright.server.app.card;

import java.util.Optional;
import tapwright.core.card.CardEvent;
import tapwright.core.card.CardState;
import tapwright.core.card.Mark;
import tapwright.server.app.Answer;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;

/** What becomes of a card when the one that shall take its place has come so far. */
public final class Successor {

  private Successor() {}

  /**
   * Replaces the card before this one where this one is in use by now, and has it wait no longer
   * where this one has come to its end before that; nothing where no card waits for it.
   */
  static void settle(Records records, Card successor, MoveCard.Circumstance circumstance) {
    CardState state = successor.status().state();
    // Where another card took its place in turn, that is the one that is in use.
    if (state == CardState.ACTIVE || state == CardState.REPLACED) {
      waiting(records, successor)
          .ifPresent(
              before ->
                  replace(records, before, circumstance.orBecause("its replacement is in use")));
    } else if (state.isFinal()) {
      waiting(records, successor)
          .ifPresent(
              before ->
                  move(
                      records,
                      before,
                      wasInUse(records, successor)
                          ? CardEvent.Step.REPLACED
                          : CardEvent.Step.REPLACEMENT_CANCELLED,
                      circumstance.orBecause("its replacement came to its end")));
    }
  }

  /**
   * Whether it came to its end after a tap had brought it into use: the card before it, of which
   * the tap could not say so, was replaced by then and does not come back.
   */
  private static boolean wasInUse(Records records, Card successor) {
    return records.cards().history(successor.seller(), successor.id()).stream()
        .anyMatch(entry -> entry.kind().equals("activated"));
  }

  /** The card that waits for this one. */
  private static Optional<Card> waiting(Records records, Card successor) {
    return successor
        .succession()
        .replaces()
        .flatMap(before -> records.cards().byId(successor.seller(), before))
        .filter(before -> before.status().has(Mark.REPLACEMENT_ORDERED))
        .filter(before -> before.replacedBy().equals(Optional.of(successor.id())));
  }

  /**
   * Puts the card out of use whose successor a tap brought into use. One that was destroyed
   * meanwhile stays so; its links lead on all the same.
   */
  public static void replace(Records records, Card before, MoveCard.Circumstance circumstance) {
    move(records, before, CardEvent.Step.REPLACED, circumstance);
  }

  private static void move(
      Records records, Card before, CardEvent.Step step, MoveCard.Circumstance circumstance) {
    Answer<Card> _ = MoveCard.move(records, before, step, circumstance);
  }
}
