package tapwright.core.tag.inspect;

/**
 * A place in a tag's memory that does not do what memory does.
 *
 * @param kind what it does instead
 * @param place as {@code page 0A}
 */
public record Flaw(Kind kind, String place) {

  /** What can be wrong with a place. */
  public enum Kind {
    /** It read differently at two looks, with the field off in between. */
    UNSTEADY,
    /** It does not keep what is written to it, although nothing forbids writing. */
    DEAD
  }
}
