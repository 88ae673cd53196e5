package tapwright.core.policy.check;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tapwright.core.Refusal;
import tapwright.core.policy.PolicyRefusal;
import tapwright.core.policy.Word;

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

  /**
   * Whether something should be mended. An override between clauses whose own conditions keep them
   * apart is none: it says what holds once somebody reads one of them more widely.
   */
  public boolean isFault() {
    return kind != Kind.DEAD_OVERRIDE;
  }

  /** Why a pack with this is not taken; empty where it may decide all the same. */
  public Optional<Refusal> refusal() {
    return switch (kind) {
      case UNDECLARED_GAP -> Optional.of(refusal(PolicyRefusal.GAP_UNDECLARED));
      case OVERLAP -> Optional.of(refusal(PolicyRefusal.OVERLAP));
      case DEAD_CLAUSE ->
          Optional.of(PolicyRefusal.CLAUSE_DEAD.with("place", place, "problem", says));
      case UNREACHABLE_OUTCOME, DEAD_OVERRIDE, DEAD_GAP, DEAD_CLASH -> Optional.empty();
    };
  }

  private Refusal refusal(PolicyRefusal code) {
    String shown = example == null ? "none" : example.inOneLine();
    return code.with("place", place, "problem", says, "example", shown);
  }

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
