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
   * NTAG 424 DNA puts its encrypted UID and counter into {@code e} and their signature into {@code
   * c} (secure unique NFC; AN12196 section 3).
   */
  SUN;

  private static final String MIRROR_PARAMETER = "m";
  private static final String PICC_DATA_PARAMETER = "e";
  private static final String CMAC_PARAMETER = "c";

  /** 16 bytes of encrypted PICCData (NT4H2421Gx data sheet, section 9.3.4), as digits. */
  private static final String PICC_DATA_PLACEHOLDER = "0".repeat(32);

  /** 8 bytes of truncated CMAC (NT4H2421Gx data sheet, section 9.3.8), as digits. */
  private static final String CMAC_PLACEHOLDER = "0".repeat(16);

  /** The link with room for what the chip puts in. */
  Link mark(Link link) {
    return switch (this) {
      case NONE -> link;
      case MIRROR -> link.withParameter(MIRROR_PARAMETER, CardMessages.MIRROR_PLACEHOLDER);
      case SUN ->
          link.withParameter(PICC_DATA_PARAMETER, PICC_DATA_PLACEHOLDER)
              .withParameter(CMAC_PARAMETER, CMAC_PLACEHOLDER);
    };
  }
}
