package tapwright.core.policy.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tapwright.core.policy.fact.ClaimKind;
import tapwright.core.policy.pack.Clause;
import tapwright.core.policy.pack.Pack;
import tapwright.core.policy.pack.Situation;
import tapwright.core.policy.pack.Step;

/** Finds pairs of clauses that meet, say different things, and have no edge between them. */
final class Collisions {

  private final Blanks blanks;
  private final Pack pack;
  private final List<Finding> findings = new ArrayList<>();

  private Collisions(Blanks blanks) {
    this.blanks = blanks;
    this.pack = blanks.pack();
  }

  static List<Finding> of(Blanks blanks) {
    Collisions collisions = new Collisions(blanks);
    List<Clause> clauses = blanks.pack().clauses();
    for (int i = 0; i < clauses.size(); i++) {
      for (Clause other : clauses.subList(i + 1, clauses.size())) {
        collisions.look(clauses.get(i), other);
      }
    }
    return collisions.findings;
  }

  private void look(Clause one, Clause other) {
    boolean settled =
        one.overrides().containsKey(other.id())
            || other.overrides().containsKey(one.id())
            || pack.clashes().stream().anyMatch(clash -> clash.isBetween(one, other));
    if (settled) {
      return;
    }
    for (ClaimKind kind : ClaimKind.values()) {
      if (one.decidesOn(kind) && other.decidesOn(kind)) {
        Optional<Finding> finding = look(one, other, blanks.of(kind));
        if (finding.isPresent()) {
          findings.add(finding.get());
          return;
        }
      }
    }
  }

  private Optional<Finding> look(Clause one, Clause other, Situation blank) {
    return Search.find(blank, new Goals.Disagree(one, other))
        .map(situation -> finding(one, other, "say different things", situation))
        .or(
            () ->
                sharedSteps(one, other)
                    .flatMap(
                        step ->
                            Search.find(blank, new Goals.DatesDiffer(one, other, step)).stream()
                                .map(
                                    situation ->
                                        finding(
                                            one,
                                            other,
                                            "set different dates for " + step.word(),
                                            situation)))
                    .findFirst());
  }

  private static Stream<Step> sharedSteps(Clause one, Clause other) {
    return Stream.of(Step.values())
        .filter(
            step ->
                one.due().stream().anyMatch(rule -> rule.step() == step)
                    && other.due().stream().anyMatch(rule -> rule.step() == step));
  }

  private static Finding finding(Clause one, Clause other, String differ, Situation situation) {
    return new Finding(
        Finding.Kind.OVERLAP,
        one.place(),
        "clauses "
            + one.id()
            + " and "
            + other.id()
            + " ("
            + other.place()
            + ") both reach a claim of kind "
            + situation.claim().kind().word()
            + " and "
            + differ
            + ", and neither overrides the other",
        1,
        Example.of(one.id() + " meets " + other.id(), situation));
  }
}
