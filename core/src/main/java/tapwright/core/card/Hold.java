package tapwright.core.card;

/** A reason for which a card is suspended; a card may have several at once. */
public enum Hold {
  /** Support stopped it. */
  SUPPORT,
  /** The holder says that it is lost or stolen. */
  LOST,
  /** A claim about it is being decided or paid. */
  CLAIM,
  /** A payment for it is disputed. */
  DISPUTE,
  /** The order looks suspicious. */
  FRAUD,
  /** It was used against the seller's terms. */
  TERMS
}
