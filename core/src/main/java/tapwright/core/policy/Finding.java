package tapwright.core.policy;

import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong with a pack as a whole, though each of its clauses reads well.
 *
 * @param kind what
 * @param place the file, and the line where one can be named
 * @param says what is wrong, with the clauses by their ids
 * @param cells how many groups of cells show it; 0 where none does, which is what is wrong
 * @param example one of them; null where there is none
 */
public record Finding(Kind kind, String place, String says, int cells, @Nullable Example example) {

  /** What can be wrong with a pack as a whole. */
  public enum Kind implements Word {
    /** Facts that no clause decides and that no gap declares. */
    UNDECLARED_GAP,
    /** Two clauses that stand on the same facts and say different things. */
    OVERLAP,
    /** A clause that never stands. */
    DEAD_CLAUSE,
    /** An outcome that never follows. */
    UNREACHABLE_OUTCOME,
    /** An override that never defeats anything. */
    DEAD_OVERRIDE,
    /** A declared gap into which nothing falls. */
    DEAD_GAP,
    /** A declared clash of clauses that never meet. */
    DEAD_CLASH
  }
}
