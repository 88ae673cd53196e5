package tapwright.core.card;

/** Something that happens to a card. */
public sealed interface CardEvent {

  /** A move along the card's life, without anything more to say. */
  enum Step implements CardEvent {
    /** A chip was written, and its content is unknown or not what was ordered. */
    ENCODED,
    /** A chip was read back and holds what was ordered. */
    VERIFIED,
    /** The card was given out. */
    ISSUED,
    /** The card came into use. */
    ACTIVATED,
    /** A carrier took the card. */
    SHIPPED,
    /** The holder has the card. */
    DELIVERED,
    /** The seller has the card again. */
    RETURNED,
    /** The card is stopped for good. */
    REVOKED,
    /** The card that takes this one's place came into use. */
    REPLACED,
    /** The card was destroyed. */
    SCRAPPED,
    /** The card's time is over. */
    EXPIRED,
    /** The chip was wiped and may become another card. */
    RESTOCKED,
    /** The card that should have taken this one's place came to its end before. */
    REPLACEMENT_CANCELLED,
    /** The card speaks for another contact from now on. */
    CONTACT_SET,
    /** The card speaks for another contact than its chip holds. */
    CONTENT_OUTDATED,
    /** The chip holds again what the card speaks for. */
    CONTENT_REWRITTEN,
    /** Somebody else has the card than it was sold to. */
    TRANSFER_DETECTED,
    /** The transfer was looked into: the card is with whom it should be. */
    TRANSFER_SETTLED
  }

  /** The card is suspended for this reason. */
  record Held(Hold hold) implements CardEvent {}

  /** This reason to suspend the card is gone. */
  record Released(Hold hold) implements CardEvent {}

  /** Another card was ordered that will take this one's place. */
  record ReplacementOrdered(CardId successor) implements CardEvent {}

  /** The card's plan gives it more or less from now on. */
  record TierSet(Tier tier) implements CardEvent {}
}
