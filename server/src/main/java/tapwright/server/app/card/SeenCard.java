package tapwright.server.app.card;

import java.util.Optional;
import java.util.function.Function;
import tapwright.core.Refusal;
import tapwright.core.card.CardId;
import tapwright.server.app.Answer;
import tapwright.server.app.AppRefusal;
import tapwright.server.app.Caller;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;

/**
 * A card of the caller's, as the caller saw it before asking for a change.
 *
 * @param version the version that was looked at; empty for whichever the card has
 */
public record SeenCard(CardId id, Optional<Long> version) {

  /** Does the work on the card, unless there is none or it has changed since. */
  public <T> Answer<T> then(Records records, Caller caller, Function<Card, Answer<T>> work) {
    Optional<Card> card = records.cards().byId(caller.seller(), id);
    if (card.isEmpty()) {
      return Answer.refused(AppRefusal.CARD_UNKNOWN.with("card", id));
    }
    return changed(card.get())
        .<Answer<T>>map(Answer::refused)
        .orElseGet(() -> work.apply(card.get()));
  }

  private Optional<Refusal> changed(Card card) {
    return version
        .filter(seen -> seen != card.version())
        .map(
            seen ->
                AppRefusal.CARD_CHANGED.with(
                    "seen", seen, "version", card.version(), "card", card.id()));
  }
}
