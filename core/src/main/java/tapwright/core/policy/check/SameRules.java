package tapwright.core.policy.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tapwright.core.policy.decide.Reach;
import tapwright.core.policy.pack.Cells;
import tapwright.core.policy.pack.Clause;
import tapwright.core.policy.pack.Condition;
import tapwright.core.policy.pack.Gap;
import tapwright.core.policy.pack.Pack;
import tapwright.core.policy.pack.Situation;
import tapwright.core.policy.pack.Then;
import tapwright.core.policy.pack.Truth;

/** Which clauses and gaps two packs have in common, condition by condition. */
final class SameRules {

  private final Set<String> clauses = new HashSet<>();
  private final Set<String> gaps = new HashSet<>();
  private final boolean sameCalendar;
  private final boolean sameUses;

  SameRules(Pack one, Pack other) {
    sameCalendar = one.calendar().sha256().equals(other.calendar().sha256());
    sameUses = one.countedUses().equals(other.countedUses());
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

  /**
   * Where windows run by another calendar, or other uses count, conditions that look at them say
   * something else.
   */
  private boolean isTheSame(Condition one, Condition other) {
    return unplaced(one).equals(unplaced(other))
        && (sameCalendar || Cells.windows(one).findAny().isEmpty())
        && (sameUses || Cells.usesCompared(one).findAny().isEmpty());
  }

  private static Condition unplaced(Condition condition) {
    return switch (condition) {
      case Condition.All all -> new Condition.All(unplaced(all.parts()));
      case Condition.Any any -> new Condition.Any(unplaced(any.parts()));
      case Condition.Not not -> new Condition.Not(unplaced(not.part()));
      case Condition.Shown shown -> new Condition.Shown(unplaced(shown.part()));
      case Condition.Chosen _, Condition.Flagged _, Condition.Happened _ -> condition;
      case Condition.Within within ->
          new Condition.Within(within.window().unplaced(), within.act());
      case Condition.After after -> new Condition.After(after.window().unplaced(), after.act());
      case Condition.Uses uses ->
          new Condition.Uses(uses.window().unplaced(), uses.comparison(), uses.limit());
    };
  }

  private static List<Condition> unplaced(List<Condition> parts) {
    return parts.stream().map(SameRules::unplaced).toList();
  }
}
