package tapwright.core.claim;

import tapwright.core.policy.Word;

/** How far a return has come. */
public enum RmaState implements Word {
  /** The customer may send the goods back under its number. */
  ISSUED,
  /** The goods are on their way. */
  SENT,
  /** The seller has the goods. */
  RECEIVED,
  /** Somebody looked at the goods. */
  INSPECTED,
  /** It is settled what becomes of the goods. */
  DISPOSED,
  /** Nothing was sent in time. */
  EXPIRED,
  /** The permission was taken back. */
  CANCELLED
}
