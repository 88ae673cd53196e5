package tapwright.core.policy;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What of a situation is left open on purpose, to find every cell that it can fall into.
 *
 * @param cells the values that stand for all others
 * @param open the facts that are not settled yet
 */
record Sketch(Cells cells, Set<Fact> open) {

  Sketch {
    open = Set.copyOf(open);
  }

  boolean isOpen(Fact fact) {
    return open.contains(fact);
  }

  Sketch without(Fact fact) {
    Set<Fact> left = new LinkedHashSet<>(open);
    left.remove(fact);
    return new Sketch(cells, left);
  }
}
