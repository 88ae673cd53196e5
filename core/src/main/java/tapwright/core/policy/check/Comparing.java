package tapwright.core.policy.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tapwright.core.policy.calendar.Calendar;
import tapwright.core.policy.decide.Reach;
import tapwright.core.policy.decide.Resolution;
import tapwright.core.policy.fact.ClaimKind;
import tapwright.core.policy.pack.Cells;
import tapwright.core.policy.pack.Clause;
import tapwright.core.policy.pack.Gap;
import tapwright.core.policy.pack.Outcome;
import tapwright.core.policy.pack.Pack;
import tapwright.core.policy.pack.Question;
import tapwright.core.policy.pack.Situation;
import tapwright.core.policy.pack.Then;

/** Walks through two packs at once, and gathers the cells in which they differ. */
final class Comparing {

  private final Pack one;
  private final Pack other;
  private final SameRules rules;
  private final Blanks blanks;
  private final Calendar itsCalendar;
  private final Map<Turn, Situation> examples = new LinkedHashMap<>();
  private final Map<Turn, Integer> counts = new LinkedHashMap<>();
  private int same;

  Comparing(Pack one, Pack other) {
    this.one = one;
    this.other = other;
    this.rules = new SameRules(one, other);
    this.blanks = new Blanks(one.start().isBefore(other.start()) ? other : one);
    this.itsCalendar =
        other.calendar().completeIn(other.calendar().zone(), other.calendar().week());
  }

  /**
   * How cells change.
   *
   * @param kind what is asked
   * @param was what such a claim gets under the first pack
   * @param becomes what it gets under the second
   */
  private record Turn(ClaimKind kind, PackDiff.Result was, PackDiff.Result becomes) {}

  PackDiff diff() {
    Calendar calendar = one.calendar().completeIn(one.calendar().zone(), one.calendar().week());
    for (ClaimKind kind : ClaimKind.values()) {
      go(blanks.of(kind, cells(kind)).under(one, calendar));
    }
    List<PackDiff.Change> changes = examples.entrySet().stream().map(this::change).toList();
    return new PackDiff(one.key(), other.key(), same, changes);
  }

  private Cells cells(ClaimKind kind) {
    List<Clause> clauses =
        Stream.concat(one.deciding(kind).stream(), other.deciding(kind).stream()).toList();
    List<Gap> gaps = Stream.concat(one.gaps(kind).stream(), other.gaps(kind).stream()).toList();
    return one.countedUses().equals(other.countedUses())
        ? Cells.of(clauses, gaps)
        : Cells.byClassOfUse(clauses, gaps);
  }

  private PackDiff.Change change(Map.Entry<Turn, Situation> entry) {
    Turn turn = entry.getKey();
    String name = turn.was().outcome().word() + " becomes " + turn.becomes().outcome().word();
    return new PackDiff.Change(
        turn.kind(),
        turn.was(),
        turn.becomes(),
        counts.getOrDefault(turn, 0),
        Example.of(name, entry.getValue()));
  }

  private void go(Situation situation) {
    if (Resolution.isOlderThanThePack(situation)
        || Resolution.isOlderThanThePack(underTheOther(situation))) {
      return;
    }
    Reach first = Reach.of(situation);
    Reach second = Reach.of(underTheOther(situation));
    if (rules.sayTheSame(first, second)) {
      same++;
      return;
    }
    Optional<Question> question = Walk.fullQuestion(first).or(() -> Walk.fullQuestion(second));
    if (question.isPresent()) {
      question.get().answers(situation).forEach(this::go);
      return;
    }
    count(new Turn(situation.claim().kind(), result(first), result(second)), second.situation());
  }

  private Situation underTheOther(Situation situation) {
    return situation.under(other, itsCalendar);
  }

  private void count(Turn turn, Situation example) {
    if (turn.was().equals(turn.becomes())) {
      same++;
      return;
    }
    examples.putIfAbsent(turn, example);
    counts.merge(turn, 1, Integer::sum);
  }

  private static PackDiff.Result result(Reach reach) {
    Leaf leaf = Walk.leaf(reach);
    List<String> by =
        leaf.standing().stream().map(standing -> standing.clause().id()).sorted().toList();
    return switch (leaf.ending()) {
      case DECIDED -> {
        Then then = leaf.standing().getFirst().follows().getFirst();
        yield new PackDiff.Result(then.outcome(), then.effects(), by, "");
      }
      case DISAGREES -> new PackDiff.Result(Outcome.REVIEW, Set.of(), by, "these clash");
      case ASKS -> new PackDiff.Result(Outcome.NEEDS_INFO, Set.of(), by, "");
      case GAP, SILENT -> {
        Gap gap = leaf.gap();
        yield new PackDiff.Result(
            Outcome.REVIEW, Set.of(), by, gap == null ? "no clause" : "gap " + gap.id());
      }
    };
  }
}
