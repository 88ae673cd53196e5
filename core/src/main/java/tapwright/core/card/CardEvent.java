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
    SCRAPPED
  }

  /** The card is suspended for this reason. */
  record Held(Hold hold) implements CardEvent {}

  /** This reason to suspend the card is gone. */
  record Released(Hold hold) implements CardEvent {}

  /** The card's plan gives it more or less from now on. */
  record TierSet(Tier tier) implements CardEvent {}
}
