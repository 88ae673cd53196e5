package tapwright.server.app;

/** A value that was sent, fit to be shown in an answer. */
public final class Shown {

  private static final int LIMIT = 80;

  private Shown() {}

  /** The start of the value, with control characters and halves of characters as dots. */
  public static String of(String value) {
    String start =
        value.length() <= LIMIT
            ? value
            : value.substring(0, LIMIT) + "... (" + value.length() + " characters)";
    return start.replaceAll("[\\p{Cc}\\p{Cs}]", "·");
  }
}
