package tapwright.core.policy.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tapwright.core.policy.decide.Reach;
import tapwright.core.policy.pack.Gap;
import tapwright.core.policy.pack.Truth;

/**
 * A group of cells that end alike: whatever is still open in its situation, the claim gets the
 * same.
 *
 * @param reach the situation, and how far each clause reaches in it
 * @param ending how it ends
 * @param gap the declared hole into which it falls; null where it falls into none
 */
record Leaf(Reach reach, Ending ending, @Nullable Gap gap) {

  /** How a group of cells can end. */
  enum Ending {
    /** The clauses that stand all say the same. */
    DECIDED,
    /** Clauses that stand say different things. */
    DISAGREES,
    /** A condition needs a fact that nobody has shown. */
    ASKS,
    /** No clause stands, and the pack says so. */
    GAP,
    /** No clause stands, and the pack does not say so. */
    SILENT
  }

  /** The clauses that stand for certain. */
  List<Reach.Standing> standing() {
    return reach.standings().stream().filter(each -> each.stands() == Truth.TRUE).toList();
  }
}
