package tapwright.server.app.duty;

import java.time.Instant;
import java.util.List;
import tapwright.server.app.card.MoveCard;
import tapwright.server.app.card.Successor;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;

/**
 * Puts cards out of use whose successors a tap brought into use.
 *
 * <p>A tap changes its own card and no other, so that hits span no two cards; links lead to the
 * successor from that tap on, and only the state of the card before follows here.
 */
public final class FinishReplacements implements Duty {

  private static final int PART = 100;

  @Override
  public String name() {
    return "finish-replacements";
  }

  @Override
  public boolean isDue(Records records, Instant now) {
    return !records.cards().withSuccessorInUse(1).isEmpty();
  }

  @Override
  public boolean doPart(Records records, Instant now) {
    List<Card> waiting = records.cards().withSuccessorInUse(PART);
    MoveCard.Circumstance circumstance =
        new MoveCard.Circumstance(name(), "its replacement is in use", now, now);
    for (Card card : waiting) {
      Successor.replace(records, asItIsNow(records, card), circumstance);
    }
    return waiting.size() == PART;
  }

  /**
   * One that follows it in a row of replacements may have been finished just now, and it with it.
   */
  private static Card asItIsNow(Records records, Card card) {
    return records.cards().byId(card.seller(), card.id()).orElseThrow();
  }
}
