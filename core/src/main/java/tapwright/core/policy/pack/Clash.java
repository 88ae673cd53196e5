package tapwright.core.policy.pack;

/**
 * Two clauses that meet without either going first: a person decides, knowing of both.
 *
 * @param one the id of one clause
 * @param other the id of the other
 * @param because why the text does not settle it
 * @param place file, line and column of its text, for messages
 */
public record Clash(String one, String other, String because, String place) {

  /** Whether these two are the ones that clash. */
  public boolean isBetween(Clause first, Clause second) {
    return (one.equals(first.id()) && other.equals(second.id()))
        || (one.equals(second.id()) && other.equals(first.id()));
  }
}
