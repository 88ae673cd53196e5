package tapwright.core.policy.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tapwright.core.policy.Word;
import tapwright.core.policy.fact.Choice;
import tapwright.core.policy.fact.Event;
import tapwright.core.policy.fact.Flag;

/** When a clause applies: facts compared with constants, and nothing else. */
public sealed interface Condition {

  /** Whether it holds of the situation. */
  Truth truth(Situation situation);

  /** Adds the questions whose answers it waits for, if it is unknown. */
  void ask(Situation situation, Set<Question> questions);

  /** What alone keeps it from holding: each of these, if it held, would make it hold. */
  List<Miss> misses(Situation situation);

  /**
   * Holds where all parts do.
   *
   * @param parts the parts; none at all always holds
   */
  record All(List<Condition> parts) implements Condition {

    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public Truth truth(Situation situation) {
      Truth truth = Truth.TRUE;
      for (Condition part : parts) {
        Truth of = part.truth(situation);
        if (of == Truth.FALSE) {
          return Truth.FALSE;
        }
        truth = of == Truth.UNKNOWN ? Truth.UNKNOWN : truth;
      }
      return truth;
    }

    @Override
    public void ask(Situation situation, Set<Question> questions) {
      if (truth(situation) == Truth.UNKNOWN) {
        parts.forEach(part -> part.ask(situation, questions));
      }
    }

    @Override
    public List<Miss> misses(Situation situation) {
      Condition failing = null;
      for (Condition part : parts) {
        if (part.truth(situation) != Truth.TRUE) {
          if (failing != null) {
            return List.of();
          }
          failing = part;
        }
      }
      return failing == null ? List.of() : failing.misses(situation);
    }
  }

  /**
   * Holds where one part does.
   *
   * @param parts the parts, at least one
   */
  record Any(List<Condition> parts) implements Condition {

    public Any {
      parts = List.copyOf(parts);
    }

    @Override
    public Truth truth(Situation situation) {
      Truth truth = Truth.FALSE;
      for (Condition part : parts) {
        Truth of = part.truth(situation);
        if (of == Truth.TRUE) {
          return Truth.TRUE;
        }
        truth = of == Truth.UNKNOWN ? Truth.UNKNOWN : truth;
      }
      return truth;
    }

    @Override
    public void ask(Situation situation, Set<Question> questions) {
      if (truth(situation) == Truth.UNKNOWN) {
        parts.forEach(part -> part.ask(situation, questions));
      }
    }

    @Override
    public List<Miss> misses(Situation situation) {
      List<Miss> misses = new ArrayList<>();
      for (Condition part : parts) {
        misses.addAll(part.misses(situation));
      }
      return misses;
    }
  }

  /**
   * Holds where its part does not.
   *
   * @param part what must not hold
   */
  record Not(Condition part) implements Condition {

    @Override
    public Truth truth(Situation situation) {
      return switch (part.truth(situation)) {
        case TRUE -> Truth.FALSE;
        case FALSE -> Truth.TRUE;
        case UNKNOWN -> Truth.UNKNOWN;
      };
    }

    @Override
    public void ask(Situation situation, Set<Question> questions) {
      part.ask(situation, questions);
    }

    @Override
    public List<Miss> misses(Situation situation) {
      return List.of();
    }
  }

  /**
   * Holds where its part is known to: what nobody has shown is not asked for.
   *
   * @param part what must be shown
   */
  record Shown(Condition part) implements Condition {

    @Override
    public Truth truth(Situation situation) {
      Truth truth = part.truth(situation);
      return truth == Truth.UNKNOWN && !situation.leavesOpen(part) ? Truth.FALSE : truth;
    }

    /** Asks only while facts are left open on purpose, to see what each would lead to. */
    @Override
    public void ask(Situation situation, Set<Question> questions) {
      if (situation.leavesOpen(part)) {
        part.ask(situation, questions);
      }
    }

    @Override
    public List<Miss> misses(Situation situation) {
      return List.of();
    }
  }

  /**
   * Holds where a fact has one of some values.
   *
   * @param choice the fact
   * @param values the values
   */
  record Chosen(Choice choice, Set<Word> values) implements Condition {

    public Chosen {
      values = Set.copyOf(values);
    }

    @Override
    public Truth truth(Situation situation) {
      Word value = situation.valueOf(choice);
      if (value == null) {
        return Truth.UNKNOWN;
      }
      return values.contains(value) ? Truth.TRUE : Truth.FALSE;
    }

    @Override
    public void ask(Situation situation, Set<Question> questions) {
      if (truth(situation) == Truth.UNKNOWN) {
        questions.add(new Question.OfChoice(choice));
      }
    }

    @Override
    public List<Miss> misses(Situation situation) {
      return List.of();
    }
  }

  /**
   * Holds where a flag is as said.
   *
   * @param flag the fact
   * @param value what it must be
   */
  record Flagged(Flag flag, boolean value) implements Condition {

    @Override
    public Truth truth(Situation situation) {
      if (situation.isOpen(flag)) {
        return Truth.UNKNOWN;
      }
      return situation.facts().is(flag) == value ? Truth.TRUE : Truth.FALSE;
    }

    @Override
    public void ask(Situation situation, Set<Question> questions) {
      if (situation.isOpen(flag)) {
        questions.add(new Question.OfFlag(flag));
      }
    }

    @Override
    public List<Miss> misses(Situation situation) {
      return List.of();
    }
  }

  /**
   * Holds where an event has happened by the instant of the claim.
   *
   * @param event which
   */
  record Happened(Event event) implements Condition {

    @Override
    public Truth truth(Situation situation) {
      if (situation.happenedAt(event) != null) {
        return Truth.TRUE;
      }
      return situation.isUnknown(event) ? Truth.UNKNOWN : Truth.FALSE;
    }

    @Override
    public void ask(Situation situation, Set<Question> questions) {
      if (truth(situation) == Truth.UNKNOWN) {
        questions.add(new Question.OfEvent(event));
      }
    }

    @Override
    public List<Miss> misses(Situation situation) {
      return truth(situation) == Truth.FALSE ? List.of(new Miss.NotYet(event)) : List.of();
    }
  }

  /**
   * Holds where an act came inside a window that is running.
   *
   * @param window which
   * @param act the event that must come in time; null for the sending of the claim
   */
  record Within(Window window, @Nullable Event act) implements Condition {

    @Override
    public Truth truth(Situation situation) {
      return situation.isInTime(window, act);
    }

    @Override
    public void ask(Situation situation, Set<Question> questions) {
      if (truth(situation) == Truth.UNKNOWN) {
        situation.askTiming(window, act, questions);
      }
    }

    @Override
    public List<Miss> misses(Situation situation) {
      return situation.lateness(window, act).map(late -> List.<Miss>of(late)).orElse(List.of());
    }
  }

  /**
   * Holds where an act came after a window that did run.
   *
   * @param window which
   * @param act the event that came too late; null for the sending of the claim
   */
  record After(Window window, @Nullable Event act) implements Condition {

    @Override
    public Truth truth(Situation situation) {
      return situation.isLate(window, act);
    }

    @Override
    public void ask(Situation situation, Set<Question> questions) {
      if (truth(situation) == Truth.UNKNOWN) {
        situation.askTiming(window, act, questions);
      }
    }

    /** None: that a window is still open is what {@code until} says. */
    @Override
    public List<Miss> misses(Situation situation) {
      return List.of();
    }
  }

  /**
   * Holds where the uses inside a window compare as said; not where the window has not started.
   *
   * @param window where uses count, up to the claim
   * @param comparison how they must compare
   * @param limit with what
   */
  record Uses(Window window, Comparison comparison, long limit) implements Condition {

    public Uses {
      if (limit < 0) {
        throw new IllegalArgumentException("limit is " + limit + ", allowed is 0 or more");
      }
    }

    @Override
    public Truth truth(Situation situation) {
      return situation.compareUses(this);
    }

    @Override
    public void ask(Situation situation, Set<Question> questions) {
      if (truth(situation) == Truth.UNKNOWN) {
        situation.askUses(window, questions);
      }
    }

    @Override
    public List<Miss> misses(Situation situation) {
      return truth(situation) == Truth.FALSE
          ? situation.uses(window).map(count -> countMiss(count.atLeast())).orElse(List.of())
          : List.of();
    }

    private List<Miss> countMiss(long uses) {
      return List.of(new Miss.OtherUses(window, uses, comparison, limit));
    }
  }
}
