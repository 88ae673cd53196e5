package tapwright.core.tap;

/** How well it is known that a hit came from the chip. */
public enum Assurance {
  /** The chip signed its UID and read counter, and the signature is right. */
  SIGNED,
  /** The chip wrote its UID and read counter into the link; nothing is signed. */
  MIRRORED,
  /** The link alone. */
  BARE
}
