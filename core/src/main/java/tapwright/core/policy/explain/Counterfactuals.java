package tapwright.core.policy.explain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tapwright.core.policy.calendar.Calendar;
import tapwright.core.policy.decide.Resolution;
import tapwright.core.policy.decide.Verdict;
import tapwright.core.policy.fact.Choice;
import tapwright.core.policy.fact.Claim;
import tapwright.core.policy.fact.ClaimKind;
import tapwright.core.policy.fact.Fact;
import tapwright.core.policy.fact.Facts;
import tapwright.core.policy.pack.Cells;
import tapwright.core.policy.pack.Clause;
import tapwright.core.policy.pack.Effect;
import tapwright.core.policy.pack.Outcome;
import tapwright.core.policy.pack.Pack;
import tapwright.core.policy.pack.Situation;

/**
 * Finds what would change a decision: every fact that clauses read is given each of its other
 * values, alone, and the claim is decided anew.
 */
public final class Counterfactuals {

  private final Situation situation;
  private final Verdict verdict;
  private final List<Counterfactual> found = new ArrayList<>();

  private Counterfactuals(Situation situation) {
    this.situation = situation;
    this.verdict = Resolution.of(situation);
  }

  /** Every other value of one fact under which the claim would get something else. */
  public static List<Counterfactual> of(Pack pack, Calendar calendar, Claim claim, Facts facts) {
    Counterfactuals all = new Counterfactuals(new Situation(pack, calendar, claim, facts));
    all.factsRead().forEach(all::lookAt);
    return List.copyOf(all.found);
  }

  /** The other claims of a customer that the same order would be granted now. */
  public static List<Possible> stillPossible(
      Pack pack, Calendar calendar, Claim claim, Facts facts) {
    Situation situation = new Situation(pack, calendar, claim, facts);
    return Stream.of(ClaimKind.values())
        .filter(kind -> kind.isAsked() && kind != claim.kind())
        .map(kind -> possible(kind, Resolution.of(situation.asking(kind))))
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * A claim that would be granted.
   *
   * @param kind what to ask
   * @param outcome what it would get
   * @param effects what else would be done
   * @param by the clauses that would grant it
   */
  public record Possible(ClaimKind kind, Outcome outcome, Set<Effect> effects, List<String> by) {}

  private static Optional<Possible> possible(ClaimKind kind, Verdict verdict) {
    return verdict.outcome().grants()
        ? Optional.of(new Possible(kind, verdict.outcome(), verdict.effects(), ids(verdict)))
        : Optional.empty();
  }

  private static List<String> ids(Verdict verdict) {
    return verdict.by().stream().map(Clause::id).toList();
  }

  /** In the order in which clauses name them. */
  private Set<Fact> factsRead() {
    Set<Fact> read = new LinkedHashSet<>();
    for (Clause clause : situation.pack().deciding(situation.claim().kind())) {
      Cells.facts(clause.when()).forEach(read::add);
      clause.then().forEach(then -> Cells.facts(then.when()).forEach(read::add));
    }
    read.remove(Choice.CLAIM);
    return read;
  }

  private void lookAt(Fact fact) {
    for (OtherValues.Group group : OtherValues.of(fact, situation)) {
      if (!group.verdict().givesTheSameAs(verdict)) {
        found.add(counterfactual(fact, group));
      }
    }
  }

  private Counterfactual counterfactual(Fact fact, OtherValues.Group group) {
    return new Counterfactual(
        fact.key(),
        FactWords.value(fact, situation),
        group.values(),
        group.suppose(),
        group.verdict().outcome(),
        group.verdict().effects(),
        ids(group.verdict()),
        group.isOlder());
  }
}
