package tapwright.core.policy.decide;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tapwright.core.policy.Money;
import tapwright.core.policy.fact.ClaimKind;
import tapwright.core.policy.pack.AmountRule;
import tapwright.core.policy.pack.Clash;
import tapwright.core.policy.pack.Clause;
import tapwright.core.policy.pack.Demand;
import tapwright.core.policy.pack.Effect;
import tapwright.core.policy.pack.Gap;
import tapwright.core.policy.pack.Ground;
import tapwright.core.policy.pack.InForce;
import tapwright.core.policy.pack.Pack;
import tapwright.core.policy.pack.Payer;
import tapwright.core.policy.pack.Question;
import tapwright.core.policy.pack.Situation;
import tapwright.core.policy.pack.Then;
import tapwright.core.policy.pack.Truth;

/**
 * Finds what a pack says of one situation: which clauses apply, which of them stand, what follows.
 */
public final class Resolution {

  private final Situation situation;
  private final List<Standing> standing = new ArrayList<>();
  private final List<Decision.Overridden> over = new ArrayList<>();

  private Resolution(Situation situation) {
    this.situation = situation;
  }

  /**
   * A clause that applies and is not overridden.
   *
   * @param clause which
   * @param then what follows from it
   */
  private record Standing(Clause clause, Then then) {

    boolean isUnmet(Situation situation) {
      for (Demand demand : clause.evidence()) {
        if (demand.isUnmet(situation)) {
          return true;
        }
      }
      return false;
    }
  }

  /** The verdict, with unknown facts asked for where they could change it. */
  public static Verdict of(Situation situation) {
    Set<Question> open = questions(situation);
    return open.isEmpty() ? settled(situation) : OpenQuestions.weigh(situation, open);
  }

  /** What must be known before every clause that reaches the claim either applies or does not. */
  public static Set<Question> questions(Situation situation) {
    Set<Question> open = new LinkedHashSet<>();
    situation
        .pack()
        .inForce()
        .filter(version -> situation.facts().instantOf(version.by()) == null)
        .filter(version -> situation.isUnknown(version.by()))
        .ifPresent(version -> open.add(new Question.OfEvent(version.by())));
    List<Clause> deciding = situation.pack().deciding(situation.claim().kind());
    for (int i = 0; i < deciding.size(); i++) {
      deciding.get(i).ask(situation, situation.applies(i, deciding.get(i)), open);
    }
    return open;
  }

  /** The verdict where every condition is known to hold or not. */
  static Verdict settled(Situation situation) {
    return isOlderThanThePack(situation) ? tooOld(situation) : new Resolution(situation).verdict();
  }

  /** Whether the order was made before any version on file was in force (H11). */
  public static boolean isOlderThanThePack(Situation situation) {
    InForce version = situation.pack().inForceOrNull();
    if (version == null) {
      return false;
    }
    Instant event = situation.facts().instantOf(version.by());
    return event != null && event.isBefore(situation.pack().start());
  }

  private static Verdict tooOld(Situation situation) {
    String why =
        "the order is older than the first version of the policy on file, "
            + situation.pack().key();
    return Verdict.review(situation.pack().versionClause().stream().toList(), List.of(), why);
  }

  private Verdict verdict() {
    List<Clause> deciding = situation.pack().deciding(situation.claim().kind());
    for (int i = 0; i < deciding.size(); i++) {
      Clause clause = deciding.get(i);
      if (situation.applies(i, clause) == Truth.TRUE) {
        Then then = clause.thenIn(situation);
        if (then != null) {
          place(new Standing(clause, then));
        }
      }
    }
    inPackOrder();
    if (standing.isEmpty()) {
      return Verdict.review(List.of(), over, gap(situation));
    }
    Optional<Verdict> disagreement = disagreement();
    return disagreement.isPresent() ? disagreement.get() : agreed();
  }

  /** Among the standing clauses or, where one of them overrides it, among the defeated. */
  private void place(Standing next) {
    if (situation.pack().isOfLaw(next.clause())) {
      clearTheWay(next);
    }
    for (Standing winner : standing) {
      Ground ground =
          situation.pack().overrides(winner.clause(), winner.then(), next.clause(), next.then());
      if (ground != null) {
        over.add(
            new Decision.Overridden(next.clause().citation(), winner.clause().citation(), ground));
        return;
      }
    }
    standing.add(next);
  }

  /** What the law gives goes before what the policy denies, or grants only on evidence to come. */
  private void clearTheWay(Standing law) {
    for (Standing each : List.copyOf(standing)) {
      boolean notYet = each.isUnmet(situation) && !law.isUnmet(situation);
      Ground ground =
          notYet
              ? Ground.LAW
              : situation.pack().overrides(law.clause(), law.then(), each.clause(), each.then());
      if (ground != null) {
        standing.remove(each);
        over.add(
            new Decision.Overridden(each.clause().citation(), law.clause().citation(), ground));
      }
    }
  }

  private void inPackOrder() {
    if (standing.size() > 1) {
      standing.sort(Comparator.comparingInt(each -> situation.pack().placeOf(each.clause().id())));
    }
    if (over.size() > 1) {
      over.sort(Comparator.comparingInt(each -> situation.pack().placeOf(each.clause().id())));
    }
  }

  private List<Clause> clauses() {
    return standing.stream().map(Standing::clause).toList();
  }

  /** A review where two clauses say different things and neither goes first. */
  private Optional<Verdict> disagreement() {
    Standing first = standing.getFirst();
    for (Standing other : standing) {
      if (!other.then().givesTheSameAs(first.then())) {
        return Optional.of(Verdict.review(clauses(), over, whyTheyDiffer()));
      }
    }
    return Optional.empty();
  }

  private String whyTheyDiffer() {
    for (Clash clash : situation.pack().clashes()) {
      for (Standing one : standing) {
        for (Standing other : standing) {
          if (clash.isBetween(one.clause(), other.clause())) {
            return clash.because();
          }
        }
      }
    }
    return "clauses "
        + String.join(" and ", clauses().stream().map(Clause::id).toList())
        + " reach this claim, and the policy does not say which goes first";
  }

  /** What all standing clauses say, once the claim has what it needs. */
  private Verdict agreed() {
    dropUnmetBesideMet();
    SortedSet<String> missing = new TreeSet<>();
    List<Clause> asking = new ArrayList<>();
    for (Standing each : standing) {
      if (each.isUnmet(situation)) {
        collect(each.clause(), missing, asking);
      }
    }
    if (isWorthAsking(standing.getFirst().then())) {
      for (Clause condition : situation.pack().demanding(situation.claim().kind())) {
        if (condition.when().truth(situation) == Truth.TRUE && !asking.contains(condition)) {
          collect(condition, missing, asking);
        }
      }
    }
    if (missing.isEmpty()) {
      return dated();
    }
    clauses().stream().filter(clause -> !asking.contains(clause)).forEach(asking::add);
    return Verdict.needsInfo(
        asking, over, missing, "the claim does not come with all it needs" + oneIsEnough(asking));
  }

  /** Of what several kinds of evidence one alone would do. */
  private String oneIsEnough(List<Clause> asking) {
    return asking.stream()
        .flatMap(clause -> clause.evidence().stream())
        .filter(demand -> demand.alternatives().size() > 1 && demand.isUnmet(situation))
        .map(
            demand ->
                demand.alternatives().stream()
                    .map(each -> Asked.inWords(each.word()))
                    .collect(Collectors.joining(" or ", "; ", " is enough")))
        .distinct()
        .collect(Collectors.joining());
  }

  /** A right without its evidence yields to another that grants the same and has all it needs. */
  private void dropUnmetBesideMet() {
    if (standing.stream().anyMatch(each -> !each.isUnmet(situation))) {
      standing.removeIf(each -> each.isUnmet(situation));
    }
  }

  private void collect(Clause clause, SortedSet<String> missing, List<Clause> asking) {
    for (Demand demand : clause.evidence()) {
      if (demand.isUnmet(situation)) {
        demand.alternatives().forEach(each -> missing.add(each.word()));
        if (!asking.contains(clause)) {
          asking.add(clause);
        }
      }
    }
  }

  /** Whether what the claim lacks could change anything: a plain refusal would stay one. */
  private static boolean isWorthAsking(Then then) {
    return switch (then.outcome()) {
      case DENY -> !then.effects().isEmpty();
      case REVIEW -> !then.effects().contains(Effect.HOLD);
      case REFER, NO_EFFECT, NEEDS_INFO -> false;
      case FULL_REFUND, PARTIAL_REFUND, PRORATED_REFUND, REPLACEMENT, CUSTOMER_CHOICE -> true;
      case SELLER_CHOICE, CANCEL, REACTIVATE, DELETE_DATA, RESHIP, EXCHANGE -> true;
    };
  }

  private Verdict dated() {
    DueDates due = DueDates.of(situation, clauses(), standing.getFirst().then().outcome());
    if (!due.missing().isEmpty()) {
      return Verdict.needsInfo(
          clauses(), over, due.missing(), "a due date needs holidays that are not on file");
    }
    Then first = standing.getFirst().then();
    return new Verdict(
        first.outcome(),
        clauses(),
        over,
        Verdict.none(),
        first.effects(),
        amount(),
        shipping(),
        due.dates(),
        "");
  }

  private @Nullable Money amount() {
    for (Standing each : standing) {
      AmountRule rule = each.then().amount();
      if (rule != null) {
        return switch (rule) {
          case PRICE -> situation.facts().price().orElse(null);
          case UNUSED_DAYS -> Proration.of(situation).orElse(null);
        };
      }
    }
    return null;
  }

  private @Nullable Payer shipping() {
    for (Standing each : standing) {
      if (each.then().shipping() != null) {
        return each.then().shipping();
      }
    }
    return null;
  }

  private static String gap(Situation situation) {
    for (Gap gap : situation.pack().gaps()) {
      if (gap.claims().contains(situation.claim().kind())
          && gap.when().truth(situation) == Truth.TRUE) {
        return gap.because();
      }
    }
    Pack pack = situation.pack();
    ClaimKind kind = situation.claim().kind();
    String why =
        pack.deciding(kind).isEmpty()
            ? "no clause of " + pack.key() + " speaks of a claim of kind " + kind.word()
            : "no clause of " + pack.key() + " decides this claim on these facts";
    return why + pack.leavesOut().map(what -> "; it does not carry " + what).orElse("");
  }
}
