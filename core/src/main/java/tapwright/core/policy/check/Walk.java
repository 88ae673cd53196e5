package tapwright.core.policy.check;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tapwright.core.policy.decide.Reach;
import tapwright.core.policy.decide.Resolution;
import tapwright.core.policy.pack.Gap;
import tapwright.core.policy.pack.Question;
import tapwright.core.policy.pack.Situation;
import tapwright.core.policy.pack.Then;
import tapwright.core.policy.pack.Truth;

/**
 * Goes through all cells of one kind of claim. A fact is only told apart where a clause that could
 * still change the result reads it; so what no applicable clause reads is collapsed.
 */
final class Walk {

  private final Consumer<Leaf> leaves;

  private Walk(Consumer<Leaf> leaves) {
    this.leaves = leaves;
  }

  /** Hands over every group of cells that the situation leaves open. */
  static void through(Situation situation, Consumer<Leaf> leaves) {
    new Walk(leaves).go(situation);
  }

  private void go(Situation situation) {
    Reach reach = Reach.of(situation);
    Optional<Question> question = question(reach);
    if (question.isPresent()) {
      answers(situation, question.get()).forEach(this::go);
    } else {
      leaves.accept(leaf(reach));
    }
  }

  /** The situation under each answer, without orders older than the pack: these go to a person. */
  static List<Situation> answers(Situation situation, Question question) {
    return question.answers(situation).stream()
        .filter(answered -> !Resolution.isOlderThanThePack(answered))
        .toList();
  }

  private static Optional<Question> question(Reach reach) {
    Then result = result(reach);
    if (result != null && disagrees(reach, result)) {
      return Optional.empty();
    }
    boolean mayStand = false;
    for (Reach.Standing each : reach.standings()) {
      if (each.stands() != Truth.FALSE) {
        mayStand = true;
        if (result == null || each.maySayOtherThan(result)) {
          Optional<Question> question = reach.question(each);
          if (question.isPresent()) {
            return question;
          }
        }
      }
    }
    return mayStand ? Optional.empty() : gapQuestion(reach);
  }

  /**
   * The first open question on which it hangs which clauses stand, also where all would say the
   * same, or into which gap the claim falls.
   */
  static Optional<Question> fullQuestion(Reach reach) {
    boolean mayStand = false;
    for (Reach.Standing each : reach.standings()) {
      mayStand |= each.stands() != Truth.FALSE;
      boolean open = each.stands() == Truth.UNKNOWN || each.follows().size() > 1;
      Optional<Question> question = open ? reach.question(each) : Optional.empty();
      if (question.isPresent()) {
        return question;
      }
    }
    return mayStand ? Optional.empty() : gapQuestion(reach);
  }

  private static Optional<Question> gapQuestion(Reach reach) {
    for (Gap gap : reach.situation().pack().gaps(reach.situation().claim().kind())) {
      Optional<Question> question = reach.question(gap.when());
      boolean holds = gap.when().truth(reach.situation()) == Truth.TRUE;
      if (holds || question.isPresent()) {
        return question;
      }
    }
    return Optional.empty();
  }

  /** How the cells end that the situation still leaves open. */
  static Leaf leaf(Reach reach) {
    Then result = result(reach);
    if (result != null && disagrees(reach, result)) {
      return new Leaf(reach, Leaf.Ending.DISAGREES, null);
    }
    if (isUndecided(reach, result)) {
      return new Leaf(reach, Leaf.Ending.ASKS, null);
    }
    if (result != null) {
      return new Leaf(reach, Leaf.Ending.DECIDED, null);
    }
    Gap gap = gap(reach.situation());
    return new Leaf(reach, gap == null ? Leaf.Ending.SILENT : Leaf.Ending.GAP, gap);
  }

  /** Whether a clause that could change the result neither stands nor falls. */
  private static boolean isUndecided(Reach reach, @Nullable Then result) {
    return reach.standings().stream()
        .filter(each -> each.stands() != Truth.FALSE)
        .anyMatch(each -> result == null || each.maySayOtherThan(result));
  }

  private static @Nullable Gap gap(Situation situation) {
    return situation.pack().gaps(situation.claim().kind()).stream()
        .filter(gap -> gap.when().truth(situation) == Truth.TRUE)
        .findFirst()
        .orElse(null);
  }

  /** What the claim gets by the first clause that stands for certain; null while none does. */
  private static @Nullable Then result(Reach reach) {
    for (Reach.Standing each : reach.standings()) {
      Then result = each.result();
      if (result != null) {
        return result;
      }
    }
    return null;
  }

  private static boolean disagrees(Reach reach, Then result) {
    for (Reach.Standing each : reach.standings()) {
      Then other = each.result();
      if (other != null && !other.givesTheSameAs(result)) {
        return true;
      }
    }
    return false;
  }
}
