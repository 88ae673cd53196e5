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
  CONTACT
}
