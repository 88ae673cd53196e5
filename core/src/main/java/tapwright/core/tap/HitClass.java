package tapwright.core.tap;

/** What a request for a card's link is. */
public enum HitClass {
  /** Somebody held a phone to the chip. */
  TAP,
  /** Somebody pointed a camera at the print. */
  SCAN,
  /** Somebody opened the page that shows whose card it is, or saved the contact. */
  SHARE,
  /** The same browser again at once; not counted. */
  REPEAT,
  /** A chip's link without a new read of the chip: counted before, typed or passed on. */
  REPLAY,
  /** A machine looked at where the link leads. */
  PREVIEW,
  /** It claims to come from a chip that it does not come from. */
  FORGED
}
