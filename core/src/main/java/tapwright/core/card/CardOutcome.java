package tapwright.core.card;

import tapwright.core.Refusal;

/** What an event makes of a card. */
public sealed interface CardOutcome {

  /** The event happened; the card is now so. */
  record Moved(CardStatus status) implements CardOutcome {}

  /** The event cannot happen; the card is as it was. */
  record Refused(Refusal refusal) implements CardOutcome {}
}
