package tapwright.core.policy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The verdict where facts are unknown: it stands where no answer could change it; otherwise those
 * facts are asked for that could.
 *
 * <p>Every combination of answers is tried. Answers count as a number with one digit a question,
 * the first question's digit being the lowest, so that two combinations which differ in one answer
 * only lie one stride apart.
 */
final class OpenQuestions {

  /**
   * Above this many combinations all open questions are asked, without finding out which matter.
   */
  private static final int MOST_COMBINATIONS = 20_000;

  private final Situation situation;
  private final List<Question> questions;
  private final List<Verdict> verdicts = new ArrayList<>();
  private final List<Integer> answerCounts;

  private OpenQuestions(Situation situation, List<Question> questions) {
    this.situation = situation;
    this.questions = questions;
    this.answerCounts =
        questions.stream().map(question -> question.answers(situation).size()).toList();
  }

  static Verdict weigh(Situation situation, List<Question> questions) {
    return new OpenQuestions(situation, questions).weigh();
  }

  private Verdict weigh() {
    SortedSet<String> asked = new TreeSet<>();
    if (combinations() > MOST_COMBINATIONS) {
      questions.forEach(question -> asked.add(question.name()));
      return ask(asked);
    }
    collect(situation, questions.size() - 1);
    int stride = 1;
    for (int i = 0; i < questions.size(); i++) {
      if (matters(stride, answerCounts.get(i))) {
        asked.add(questions.get(i).name());
      }
      stride *= answerCounts.get(i);
    }
    return asked.isEmpty() ? verdicts.getFirst() : ask(asked);
  }

  private long combinations() {
    return answerCounts.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
  }

  /** Adds the verdicts under all answers to the questions up to the index, lowest digit fastest. */
  private void collect(Situation answered, int index) {
    if (index < 0) {
      verdicts.add(Resolution.settled(answered));
      return;
    }
    for (Situation next : questions.get(index).answers(answered)) {
      collect(next, index - 1);
    }
  }

  /** Whether two combinations that differ in this question alone give different verdicts. */
  private boolean matters(int stride, int answers) {
    for (int i = 0; i < verdicts.size(); i++) {
      boolean firstAnswer = i / stride % answers == 0;
      for (int other = 1; firstAnswer && other < answers; other++) {
        if (!same(verdicts.get(i), verdicts.get(i + other * stride))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Same outcome, effects and deciding clauses: a decision must be able to name its clause. */
  private static boolean same(Verdict one, Verdict other) {
    return one.givesTheSameAs(other) && one.by().equals(other.by());
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
