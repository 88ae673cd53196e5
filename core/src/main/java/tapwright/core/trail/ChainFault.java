package tapwright.core.trail;

import java.util.Locale;

/**
 * Something that was done to a trail or a card's history beside the program.
 *
 * @param number the entry that it was done to, or where it was
 * @param expected what should have been found there
 */
public record ChainFault(Kind kind, long number, String expected) {

  /** What was done. */
  public enum Kind {
    /** An entry does not say any more what it said. */
    CHANGED,
    /** An entry is not there. */
    MISSING,
    /** An entry stands where another stood. */
    REORDERED,
    /** An entry was put in. */
    ADDED,
    /** The last entries are gone. */
    CUT,
    /** All entries are gone. */
    REMOVED,
    /** Everything was written anew, with links that fit. */
    REWRITTEN;

    /** Its name in reports. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
