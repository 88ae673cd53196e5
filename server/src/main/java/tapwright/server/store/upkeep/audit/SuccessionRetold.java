package tapwright.server.store.upkeep.audit;

import java.util.Collection;
import tapwright.core.card.CardId;
import tapwright.server.store.upkeep.Session;

/**
 * Which card takes the place of which, by the history of the one before: the later card's own does
 * not tell it. Looked up card by card, since few cards are ever replaced.
 */
final class SuccessionRetold {

  private final Session session;

  SuccessionRetold(Session session) {
    this.session = session;
  }

  /** Tells of a card whose place it was ordered to take, as far as that card's history does. */
  void before(long card, long replaces, Figures told) {
    boolean isTold =
        session.number(
                "SELECT count(*) FROM card_event WHERE card_id = ?"
                    + " AND kind = 'replacement-ordered' AND detail = ?",
                replaces,
                Findings.id(card))
            > 0;
    told.put("replaces", isTold ? Findings.id(replaces) : "");
  }

  /** Tells of cards that were ordered to take its place: each of them says so too. */
  void after(long card, Collection<CardId> successors, Figures told) {
    for (CardId successor : successors) {
      long there =
          session.number(
              "SELECT count(*) FROM card WHERE card_id = ? AND replaces = ?",
              successor.value(),
              card);
      told.put("card " + successor + " in its place", there == 0 ? "on record" : "");
    }
  }
}
