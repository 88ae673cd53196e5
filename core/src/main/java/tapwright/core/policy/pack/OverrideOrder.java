package tapwright.core.policy.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The order in which clauses meet: each before those that it overrides. */
public final class OverrideOrder {

  private OverrideOrder() {}

  /** The clauses reordered; those that no edge relates keep their order. */
  static List<Clause> overridersFirst(List<Clause> clauses) {
    List<Clause> left = new ArrayList<>(clauses);
    List<Clause> ordered = new ArrayList<>();
    while (!left.isEmpty()) {
      Clause next =
          nextOf(left)
              .orElseThrow(
                  () -> new IllegalArgumentException("overrides run in a circle: " + ids(left)));
      left.remove(next);
      ordered.add(next);
    }
    return ordered;
  }

  /** The clauses of which each overrides the next, ending where it began; empty where none do. */
  public static List<String> circle(List<Clause> clauses) {
    List<Clause> left = new ArrayList<>(clauses);
    Optional<Clause> next = nextOf(left);
    while (next.isPresent()) {
      left.remove(next.get());
      next = nextOf(left);
    }
    return ids(left);
  }

  private static Optional<Clause> nextOf(List<Clause> left) {
    return left.stream()
        .filter(
            clause -> left.stream().noneMatch(other -> other.overrides().containsKey(clause.id())))
        .findFirst();
  }

  private static List<String> ids(List<Clause> clauses) {
    return clauses.stream().map(Clause::id).toList();
  }
}
