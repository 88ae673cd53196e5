package tapwright.core.tap;

/** Which of a card's links was asked for. */
public enum LinkKind {
  /** The chip's, {@code /t/SLUG}. */
  CHIP,
  /** The print's, {@code /Q/SLUG}. */
  PRINT,
  /** The page that shows whose card it is, {@code /s/SLUG}. */
  SHARE,
  /** That contact as a file, {@code /s/SLUG/contact.vcf}. */
  CONTACT;

  /** Whether it leads where the card's holder says; the others show whose card it is. */
  public boolean leadsOn() {
    return switch (this) {
      case CHIP, PRINT -> true;
      case SHARE, CONTACT -> false;
    };
  }
}
