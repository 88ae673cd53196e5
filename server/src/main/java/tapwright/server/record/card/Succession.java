package tapwright.server.record.card;

import java.util.Optional;
import tapwright.core.card.CardId;

/**
 * How a card stands to those before and after it.
 *
 * @param replaces the card whose place it was ordered to take
 * @param replacedBy the card that was ordered to take its place, whether it has or not
 */
public record Succession(Optional<CardId> replaces, Optional<CardId> replacedBy) {

  /** Of a card that stands by itself. */
  public static final Succession NONE = new Succession(Optional.empty(), Optional.empty());

  /** Of a card that was ordered to take the place of this one. */
  public static Succession after(CardId card) {
    return new Succession(Optional.of(card), Optional.empty());
  }

  Succession replacedBy(Optional<CardId> successor) {
    return new Succession(replaces, successor);
  }
}
