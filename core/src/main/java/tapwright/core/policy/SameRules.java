package tapwright.core.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which clauses and gaps two packs have in common, word for word where it decides. */
final class SameRules {

  private final Set<String> clauses = new HashSet<>();
  private final Set<String> gaps = new HashSet<>();
  private final Set<String> changedWindows;

  SameRules(Pack one, Pack other) {
    boolean sameCalendar = one.calendar().sha256().equals(other.calendar().sha256());
    changedWindows = sameCalendar ? changed(one, other) : allWindows(one, other);
    for (Clause clause : one.clauses()) {
      if (other.clauses().stream().anyMatch(its -> decidesTheSame(clause, its))) {
        clauses.add(clause.id());
      }
    }
    for (Gap gap : one.gaps()) {
      if (other.gaps().stream().anyMatch(its -> isTheSame(gap, its))) {
        gaps.add(gap.id());
      }
    }
  }

  /** Whether all that can still stand, or swallow the claim, is the same under both. */
  boolean sayTheSame(Reach one, Reach other) {
    List<String> left = alive(one);
    List<String> gapsLeft = aliveGaps(one);
    return left.equals(alive(other))
        && clauses.containsAll(left)
        && gapsLeft.equals(aliveGaps(other))
        && gaps.containsAll(gapsLeft);
  }

  private static List<String> alive(Reach reach) {
    return reach.standings().stream()
        .filter(standing -> standing.applies() != Truth.FALSE)
        .map(standing -> standing.clause().id())
        .sorted()
        .toList();
  }

  /** None where a clause stands for certain. */
  private static List<String> aliveGaps(Reach reach) {
    if (reach.standings().stream().anyMatch(standing -> standing.stands() == Truth.TRUE)) {
      return List.of();
    }
    Situation situation = reach.situation();
    return situation.pack().gaps(situation.claim().kind()).stream()
        .filter(gap -> gap.when().truth(situation) != Truth.FALSE)
        .map(Gap::id)
        .toList();
  }

  private boolean decidesTheSame(Clause one, Clause other) {
    return one.id().equals(other.id())
        && one.kind() == other.kind()
        && one.claims().equals(other.claims())
        && one.overrides().equals(other.overrides())
        && isTheSame(one.when(), other.when())
        && one.then().size() == other.then().size()
        && Stream.iterate(0, i -> i < one.then().size(), i -> i + 1)
            .allMatch(i -> isTheSame(one.then().get(i), other.then().get(i)));
  }

  private boolean isTheSame(Then one, Then other) {
    return one.givesTheSameAs(other) && isTheSame(one.when(), other.when());
  }

  private boolean isTheSame(Gap one, Gap other) {
    return one.id().equals(other.id())
        && one.claims().equals(other.claims())
        && isTheSame(one.when(), other.when());
  }

  private boolean isTheSame(Condition one, Condition other) {
    return ConditionText.of(one).equals(ConditionText.of(other))
        && Cells.windows(one).noneMatch(window -> changedWindows.contains(window.id()));
  }

  private static Set<String> changed(Pack one, Pack other) {
    return one.windows().stream()
        .filter(window -> other.windows().stream().noneMatch(window::runsAs))
        .map(Window::id)
        .collect(Collectors.toSet());
  }

  private static Set<String> allWindows(Pack one, Pack other) {
    return Stream.concat(one.windows().stream(), other.windows().stream())
        .map(Window::id)
        .collect(Collectors.toSet());
  }
}
