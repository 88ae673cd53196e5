package tapwright.core.ndef;

import java.util.Locale;

/** Values as messages show them: short, and without characters that could disturb a terminal. */
final class Shown {

  private static final int MAX_CHARACTERS = 80;

  private Shown() {}

  static String shortened(String value) {
    StringBuilder shown = new StringBuilder();
    value
        .codePoints()
        .limit(MAX_CHARACTERS)
        .forEach(c -> shown.append(ContactText.shows(c) ? Character.toString(c) : name(c)));
    return value.codePointCount(0, value.length()) > MAX_CHARACTERS
        ? shown + "…"
        : shown.toString();
  }

  /** A character by its number, as {@code U+0007}. */
  static String name(int codePoint) {
    return String.format(Locale.ROOT, "U+%04X", codePoint);
  }
}
