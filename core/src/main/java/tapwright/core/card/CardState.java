package tapwright.core.card;

/** How far a card has come in its life. */
public enum CardState {
  /** Ordered; no chip holds it yet. */
  BLANK,
  /** A chip was written, but what it holds is not known to be what was ordered. */
  ENCODED,
  /** A chip was read back and holds what was ordered. */
  VERIFIED,
  /** Given out: to its holder or to a carrier. */
  ISSUED,
  /** In use, from the event that the seller's setting names. */
  ACTIVE,
  /** Stopped for good. */
  REVOKED,
  /** Another card took its place; its links lead to that one. */
  REPLACED,
  /** Destroyed. */
  SCRAPPED,
  /** Its time is over. */
  EXPIRED,
  /** Its chip was wiped and went back to stock, where it may become another card. */
  RESTOCKED;

  /** Whether nothing brings the card back into use. */
  public boolean isFinal() {
    return switch (this) {
      case REVOKED, REPLACED, SCRAPPED, EXPIRED, RESTOCKED -> true;
      case BLANK, ENCODED, VERIFIED, ISSUED, ACTIVE -> false;
    };
  }
}
