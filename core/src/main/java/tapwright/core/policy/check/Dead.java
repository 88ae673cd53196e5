package tapwright.core.policy.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tapwright.core.policy.Word;
import tapwright.core.policy.fact.ClaimKind;
import tapwright.core.policy.pack.Clash;
import tapwright.core.policy.pack.Clause;
import tapwright.core.policy.pack.Gap;
import tapwright.core.policy.pack.Pack;
import tapwright.core.policy.pack.Then;

/** Finds the parts of a pack that never come to bear. */
final class Dead {

  private final Blanks blanks;
  private final Pack pack;
  private final List<Finding> findings = new ArrayList<>();

  private Dead(Blanks blanks) {
    this.blanks = blanks;
    this.pack = blanks.pack();
  }

  /** The dead parts; of the gaps it is known which are alive. */
  static List<Finding> of(Blanks blanks, Set<Gap> aliveGaps) {
    Dead dead = new Dead(blanks);
    for (Clause clause : dead.pack.clauses()) {
      if (clause.kind().decides()) {
        dead.lookAt(clause);
      }
    }
    dead.pack.clashes().forEach(dead::lookAt);
    dead.pack.gaps().stream().filter(gap -> !aliveGaps.contains(gap)).forEach(dead::lookAt);
    return dead.findings;
  }

  private void lookAt(Clause clause) {
    List<Then> unreached =
        clause.then().stream().filter(then -> !isMet(new Goals.Follows(clause, then))).toList();
    if (!unreached.isEmpty() && unreached.size() == clause.then().size()) {
      add(Finding.Kind.DEAD_CLAUSE, clause.place(), "clause " + clause.id() + " never decides");
      return;
    }
    for (Then then : unreached) {
      String outcome =
          then.outcome().word()
              + (then.effects().isEmpty() ? "" : " with " + Word.list(then.effects()));
      add(
          Finding.Kind.UNREACHABLE_OUTCOME,
          clause.place(),
          "outcome "
              + (clause.then().indexOf(then) + 1)
              + " of clause "
              + clause.id()
              + " ("
              + outcome
              + ") never follows");
    }
    clause.overrides().keySet().forEach(loser -> lookAtEdge(clause, loser));
  }

  private void lookAtEdge(Clause winner, String loser) {
    if (!isMet(new Goals.Defeats(winner, pack.clause(loser)))) {
      add(
          Finding.Kind.DEAD_OVERRIDE,
          winner.place(),
          "clause "
              + winner.id()
              + " overrides "
              + loser
              + ", which it never meets in disagreement");
    }
  }

  private void lookAt(Clash clash) {
    if (!isMet(new Goals.Disagree(pack.clause(clash.one()), pack.clause(clash.other())))) {
      add(
          Finding.Kind.DEAD_CLASH,
          clash.place(),
          "clauses " + clash.one() + " and " + clash.other() + " never clash");
    }
  }

  private void lookAt(Gap gap) {
    boolean alive =
        gap.claims().stream()
            .anyMatch(kind -> Search.find(blanks.of(kind), new Goals.Swallows(gap)).isPresent());
    if (!alive) {
      add(Finding.Kind.DEAD_GAP, gap.place(), "nothing falls into gap " + gap.id());
    }
  }

  private boolean isMet(Search.Goal goal) {
    return Arrays.stream(ClaimKind.values())
        .filter(kind -> !pack.deciding(kind).isEmpty())
        .map(kind -> Search.find(blanks.of(kind), goal))
        .anyMatch(Optional::isPresent);
  }

  private void add(Finding.Kind kind, String place, String says) {
    findings.add(new Finding(kind, place, says, 0, null));
  }
}
