package tapwright.server.app.card;

import java.time.Instant;
import java.util.Optional;
import tapwright.core.card.CardEvent;

/**
 * What somebody wants to happen to a card.
 *
 * @param cause why, in their words; may be empty
 * @param at when it happened, where that was not just now
 */
public record CardAct(CardEvent event, String cause, Optional<Instant> at) {}
