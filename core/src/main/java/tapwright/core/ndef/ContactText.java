package tapwright.core.ndef;

/** Which characters a contact's fields may have. */
final class ContactText {

  private ContactText() {}

  /**
   * Whether the character shows as something, or is a space or a joiner that scripts need.
   *
   * <p>Control characters, line breaks, half surrogates and private or unassigned code points are
   * out, and so are the marks that turn the direction of text around: with them a name can read as
   * something else than it is.
   */
  static boolean shows(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.FORMAT -> !turnsDirection(codePoint);
      default -> true;
    };
  }

  /** Embeddings, overrides and isolates (Unicode Standard Annex 9, section 2). */
  private static boolean turnsDirection(int codePoint) {
    return (codePoint >= 0x202A && codePoint <= 0x202E)
        || (codePoint >= 0x2066 && codePoint <= 0x2069);
  }
}
