package tapwright.core.tap;

/** Which of a card's two links was asked for. */
public enum LinkKind {
  /** The chip's, {@code /t/SLUG}. */
  CHIP,
  /** The print's, {@code /Q/SLUG}. */
  PRINT
}
