package tapwright.core.policy.check;

import java.util.Optional;
import tapwright.core.policy.decide.Reach;
import tapwright.core.policy.pack.Question;
import tapwright.core.policy.pack.Situation;
import tapwright.core.policy.pack.Truth;

/** Looks for one situation in which something holds, asking only for what it waits for. */
final class Search {

  private Search() {}

  /** What is looked for. */
  interface Goal {

    /** Whether it holds whatever the open facts turn out to be. */
    Truth isMet(Reach reach);

    /** The first open question on which it hangs. */
    Optional<Question> question(Reach reach);
  }

  /** A situation in which the goal is met; empty where no cell meets it. */
  static Optional<Situation> find(Situation situation, Goal goal) {
    Reach reach = Reach.of(situation);
    return switch (goal.isMet(reach)) {
      case TRUE -> Optional.of(situation);
      case FALSE -> Optional.empty();
      case UNKNOWN ->
          goal.question(reach).stream()
              .flatMap(question -> Walk.answers(situation, question).stream())
              .flatMap(answered -> find(answered, goal).stream())
              .findFirst();
    };
  }
}
