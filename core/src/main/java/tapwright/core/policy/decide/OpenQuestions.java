package tapwright.core.policy.decide;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tapwright.core.policy.pack.Citation;
import tapwright.core.policy.pack.Clause;
import tapwright.core.policy.pack.Effect;
import tapwright.core.policy.pack.Outcome;
import tapwright.core.policy.pack.Payer;
import tapwright.core.policy.pack.Question;
import tapwright.core.policy.pack.Situation;
import tapwright.core.policy.pack.Step;
import tapwright.core.policy.pack.Truth;

/**
 * The verdict where facts are unknown: it stands where no answer could change it; otherwise those
 * facts are asked for that could.
 *
 * <p>The answers to the first open question are tried, under each of them those to the next one
 * that is still open, and so on. Where all answers to a question lead to the same, the question is
 * dropped; what is left in the tree is exactly what the verdict depends on.
 */
final class OpenQuestions {

  /** Above this many ends of the tree all open questions are asked, needed or not. */
  private static final int MOST_ENDS = 20_000;

  private final Situation situation;
  private final List<Verdict> ends = new ArrayList<>();

  private OpenQuestions(Situation situation) {
    this.situation = situation;
  }

  /** What the answers lead to. */
  private sealed interface Tree {

    /**
     * Nothing is open any more.
     *
     * @param result what of the verdict must not depend on an answer
     */
    record End(Result result) implements Tree {}

    /**
     * The verdict depends on the answer.
     *
     * @param question which question
     * @param answers what each answer leads to, never the same
     */
    record Fork(Question question, List<Tree> answers) implements Tree {}
  }

  /**
   * What of a verdict must not depend on an answer: all of it but its reasons.
   *
   * @param outcome what the claim gets
   * @param effects what else is done
   * @param missing what evidence is asked for
   * @param shipping who pays it
   */
  private record Result(
      Outcome outcome, Set<Effect> effects, SortedSet<String> missing, @Nullable Payer shipping) {

    static Result of(Verdict verdict) {
      return new Result(
          verdict.outcome(), verdict.effects(), verdict.missing(), verdict.shipping());
    }
  }

  static Verdict weigh(Situation situation, Set<Question> questions) {
    return new OpenQuestions(situation).weigh(questions);
  }

  private Verdict weigh(Set<Question> questions) {
    SortedSet<String> asked = new TreeSet<>();
    Tree tree = grow(situation, questions);
    if (ends.size() > MOST_ENDS) {
      questions.forEach(question -> asked.add(question.name()));
      return ask(asked);
    }
    collect(tree, asked);
    if (!asked.isEmpty()) {
      return ask(asked);
    }
    Verdict common = common();
    boolean someClauseDecides = ends.stream().noneMatch(end -> end.by().isEmpty());
    if (common.by().isEmpty() && someClauseDecides) {
      questions.forEach(question -> asked.add(question.name()));
      return ask(asked);
    }
    return common;
  }

  private Tree grow(Situation known, Set<Question> questions) {
    if (questions.isEmpty() || ends.size() > MOST_ENDS) {
      Verdict verdict = Resolution.settled(known);
      ends.add(verdict);
      return new Tree.End(Result.of(verdict));
    }
    Question first = questions.iterator().next();
    List<Tree> answers = new ArrayList<>();
    for (Situation answered : first.answers(known)) {
      answers.add(grow(answered, Resolution.questions(answered)));
    }
    boolean allTheSame = answers.stream().allMatch(answers.getFirst()::equals);
    return allTheSame ? answers.getFirst() : new Tree.Fork(first, answers);
  }

  private static void collect(Tree tree, SortedSet<String> asked) {
    if (tree instanceof Tree.Fork fork) {
      asked.add(fork.question().name());
      fork.answers().forEach(answer -> collect(answer, asked));
    }
  }

  /** What holds whatever the answers are; what only some of them lead to is not said. */
  private Verdict common() {
    Verdict first = ends.getFirst();
    Set<Clause> by = new LinkedHashSet<>(first.by());
    Map<Step, Instant> due = new EnumMap<>(Step.class);
    due.putAll(first.due());
    boolean oneAmount = true;
    for (Verdict end : ends) {
      by.retainAll(end.by());
      due.entrySet().retainAll(end.due().entrySet());
      oneAmount = oneAmount && Objects.equals(end.amount(), first.amount());
    }
    return new Verdict(
        first.outcome(),
        List.copyOf(by),
        commonOver(by),
        first.missing(),
        first.effects(),
        oneAmount ? first.amount() : null,
        first.shipping(),
        due,
        first.why());
  }

  /** The clauses defeated in any case, each by a winner that stands in any case, if one does. */
  private List<Decision.Overridden> commonOver(Set<Clause> by) {
    List<Citation> standing = by.stream().map(Clause::citation).toList();
    List<Decision.Overridden> over = new ArrayList<>();
    for (Decision.Overridden first : ends.getFirst().over()) {
      List<Decision.Overridden> same =
          ends.stream()
              .flatMap(end -> end.over().stream())
              .filter(other -> other.clause().equals(first.clause()))
              .toList();
      if (same.size() == ends.size()) {
        over.add(
            same.stream()
                .filter(other -> standing.contains(other.winner()))
                .findFirst()
                .orElse(first));
      }
    }
    return over;
  }

  private Verdict ask(SortedSet<String> asked) {
    return Verdict.needsInfo(
        undecided(), List.of(), asked, "the outcome depends on what is not known yet");
  }

  /** The clauses that would decide under one answer or another, in the order of the pack. */
  private List<Clause> undecided() {
    Set<Clause> waiting = new LinkedHashSet<>();
    for (Clause clause : situation.pack().clauses()) {
      if (clause.decidesOn(situation.claim().kind())
          && clause.when().truth(situation) != Truth.FALSE) {
        waiting.add(clause);
      }
    }
    return List.copyOf(waiting);
  }
}
