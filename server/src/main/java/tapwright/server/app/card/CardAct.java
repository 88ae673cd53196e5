package tapwright.server.app.card;

import java.time.Instant;
import java.util.Optional;
import tapwright.core.card.CardEvent;

/**
 * What somebody wants to happen to a card.
 *
 * @param seen the version of the card that they looked at; empty for whichever it has
 * @param cause why, in their words; may be empty
 * @param at when it happened, where that was not just now
 */
public record CardAct(CardEvent event, Optional<Long> seen, String cause, Optional<Instant> at) {

  /** For whichever version the card has. */
  public CardAct(CardEvent event, String cause, Optional<Instant> at) {
    this(event, Optional.empty(), cause, at);
  }
}
