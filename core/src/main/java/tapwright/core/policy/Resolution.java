package tapwright.core.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a pack says of one situation: which clauses apply, which of them stand, what follows.
 */
final class Resolution {

  private Resolution() {}

  /** The verdict, with unknown facts asked for where they could change it. */
  static Verdict of(Situation situation) {
    Set<Question> open = questions(situation);
    return open.isEmpty() ? settled(situation) : OpenQuestions.weigh(situation, List.copyOf(open));
  }

  /** What must be known before every clause that reaches the claim either applies or does not. */
  private static Set<Question> questions(Situation situation) {
    Set<Question> open = new LinkedHashSet<>();
    situation
        .pack()
        .inForce()
        .filter(version -> situation.facts().instantOf(version.by()) == null)
        .ifPresent(version -> open.add(new Question.OfEvent(version.by())));
    for (Clause clause : situation.pack().deciding(situation.claim().kind())) {
      clause.when().ask(situation, open);
      if (clause.when().truth(situation) == Truth.TRUE) {
        clause.askVariant(situation, open);
      }
    }
    return open;
  }

  /** The verdict where every condition is known to hold or not. */
  static Verdict settled(Situation situation) {
    if (isOlderThanThePack(situation)) {
      return Verdict.review(
          "the order is older than the first version of the policy on file, "
              + situation.pack().key());
    }
    List<Clause> standing = new ArrayList<>();
    List<Decision.Overridden> over = new ArrayList<>();
    for (Clause clause : situation.pack().deciding(situation.claim().kind())) {
      if (clause.when().truth(situation) == Truth.TRUE) {
        place(clause, standing, over);
      }
    }
    return standing.isEmpty()
        ? Verdict.review(gap(situation))
        : agreed(situation, inPackOrder(situation, standing), over);
  }

  /** Whether the order was made before any version on file was in force (H11). */
  static boolean isOlderThanThePack(Situation situation) {
    Optional<InForce> version = situation.pack().inForce();
    if (version.isEmpty()) {
      return false;
    }
    Instant event = situation.facts().instantOf(version.get().by());
    return event != null && event.isBefore(version.get().start(situation.calendar().zone()));
  }

  /** Among the standing clauses or, where one of them overrides it, among the defeated. */
  private static void place(Clause clause, List<Clause> standing, List<Decision.Overridden> over) {
    for (Clause winner : standing) {
      Ground ground = winner.overrides().get(clause.id());
      if (ground != null) {
        over.add(new Decision.Overridden(clause.citation(), winner.citation(), ground));
        return;
      }
    }
    standing.add(clause);
  }

  private static List<Clause> inPackOrder(Situation situation, List<Clause> standing) {
    return standing.size() == 1
        ? standing
        : situation.pack().clauses().stream().filter(standing::contains).toList();
  }

  private static String gap(Situation situation) {
    for (Gap gap : situation.pack().gaps()) {
      if (gap.claims().contains(situation.claim().kind())
          && gap.when().truth(situation) == Truth.TRUE) {
        return gap.because();
      }
    }
    return noClause(situation.pack(), situation.claim().kind());
  }

  private static String noClause(Pack pack, ClaimKind kind) {
    String why =
        pack.deciding(kind).isEmpty()
            ? "no clause of " + pack.key() + " speaks of a claim of kind " + kind.word()
            : "no clause of " + pack.key() + " decides this claim on these facts";
    return why + pack.leavesOut().map(what -> "; it does not carry " + what).orElse("");
  }

  private static Verdict agreed(
      Situation situation, List<Clause> standing, List<Decision.Overridden> over) {
    Then first = standing.getFirst().thenIn(situation);
    for (Clause clause : standing) {
      Then other = clause.thenIn(situation);
      if (other.outcome() != first.outcome() || !other.effects().equals(first.effects())) {
        return Verdict.review(contradiction(standing.getFirst(), clause));
      }
    }
    SortedSet<String> missing = missingEvidence(situation, standing);
    return missing.isEmpty()
        ? dated(situation, standing, over)
        : Verdict.needsInfo(standing, over, missing, "the claim does not come with all it needs");
  }

  private static String contradiction(Clause one, Clause other) {
    return "clauses "
        + one.id()
        + " and "
        + other.id()
        + " both reach this claim, and the policy does not say which goes first";
  }

  private static SortedSet<String> missingEvidence(Situation situation, List<Clause> standing) {
    SortedSet<String> missing = new TreeSet<>();
    for (Clause clause : standing) {
      for (Set<Evidence> alternatives : clause.evidence()) {
        if (Collections.disjoint(alternatives, situation.claim().evidence())) {
          alternatives.forEach(each -> missing.add(each.word()));
        }
      }
    }
    return missing;
  }

  private static Verdict dated(
      Situation situation, List<Clause> standing, List<Decision.Overridden> over) {
    DueDates due = DueDates.of(situation, standing);
    if (!due.missing().isEmpty()) {
      return Verdict.needsInfo(
          standing, over, due.missing(), "a due date needs holidays that are not on file");
    }
    Then first = standing.getFirst().thenIn(situation);
    return new Verdict(
        first.outcome(),
        standing,
        over,
        Verdict.none(),
        first.effects(),
        amount(situation, standing),
        shipping(situation, standing),
        due.dates(),
        "");
  }

  private static @Nullable Money amount(Situation situation, List<Clause> standing) {
    for (Clause clause : standing) {
      AmountRule rule = clause.thenIn(situation).amount();
      if (rule != null) {
        return switch (rule) {
          case PRICE -> situation.facts().price().orElse(null);
        };
      }
    }
    return null;
  }

  private static @Nullable Payer shipping(Situation situation, List<Clause> standing) {
    for (Clause clause : standing) {
      Payer payer = clause.thenIn(situation).shipping();
      if (payer != null) {
        return payer;
      }
    }
    return null;
  }
}
