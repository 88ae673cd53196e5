package tapwright.core.ndef;

/**
 * How a card's link says which read it is: one place, so that station and server write the same.
 */
public enum LinkCounting {
  /** Not at all: the link is the same at each read. */
  NONE,
  /** NTAG21x puts its UID and read counter into the parameter {@code m}. */
  MIRROR,
  /**
   * NTAG 424 DNA puts its enciphered UID and counter into {@code e} and their signature into {@code
   * c} (secure unique NFC; AN12196 section 3).
   */
  SUN;

  private static final String MIRROR_PARAMETER = "m";

  /** The link with room for what the chip puts in. */
  Link mark(Link link) {
    return switch (this) {
      case NONE -> link;
      case MIRROR -> link.withParameter(MIRROR_PARAMETER, CardMessages.MIRROR_PLACEHOLDER);
      case SUN -> SignedPlace.ENCIPHERED.into(link);
    };
  }
}
