package tapwright.core.tag.inspect;

/**
 * A tag's state in words, for people.
 *
 * @param knownBy what tells the chip from others
 * @param memory how much room for a message there is
 * @param locks what can never change again
 * @param password what a password, or a key, is asked for
 * @param mirror what the chip puts into its message by itself
 */
public record TagWords(
    String knownBy, String memory, String locks, String password, String mirror) {

  private static final String NOT_KNOWN = "not known";

  /** Nothing is known beside the UID. */
  public static final TagWords UNKNOWN =
      new TagWords("nothing but its UID", NOT_KNOWN, NOT_KNOWN, NOT_KNOWN, NOT_KNOWN);
}
