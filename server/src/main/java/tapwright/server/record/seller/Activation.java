package tapwright.server.record.seller;

/** The event that brings a seller's cards into use. */
public enum Activation {
  /** The station's read-back. */
  STATION,
  /** The first tap after the card was given out. */
  FIRST_TAP,
  /** The holder's own act. */
  HOLDER
}
