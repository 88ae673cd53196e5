package tapwright.core.policy.pack;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tapwright.core.policy.Word;
import tapwright.core.policy.fact.Choice;
import tapwright.core.policy.fact.Event;
import tapwright.core.policy.fact.Fact;
import tapwright.core.policy.fact.Flag;
import tapwright.core.policy.fact.Reason;

/** A fact that a clause waits for, with every answer that could make a difference. */
public sealed interface Question {

  /** The fact's name, as it is asked for. */
  String name();

  /** The fact that would answer it. */
  Fact fact();

  /** How the holidays of a year are asked for. */
  static String holidaysOf(int year) {
    return "holidays " + year;
  }

  /** The situation under each of the answers. */
  List<Situation> answers(Situation situation);

  /**
   * A fact with one value of a list.
   *
   * @param choice which
   */
  record OfChoice(Choice choice) implements Question {

    @Override
    public String name() {
      return switch (choice) {
        case DISPUTE_KIND, DISPUTE_STATUS -> "dispute";
        default -> choice.key();
      };
    }

    @Override
    public Fact fact() {
      return choice;
    }

    @Override
    public List<Situation> answers(Situation situation) {
      List<Situation> answers = new ArrayList<>();
      Situation closed = situation.closing(choice);
      if (situation.isOpen(choice) && situation.cells().mayStayUnknown(choice)) {
        unknown(closed).ifPresent(answers::add);
      }
      for (Word value : situation.cells().of(choice)) {
        answers.add(
            choice == Choice.REASON
                ? closed.withReason((Reason) value)
                : closed.with(closed.facts().toBuilder().choose(choice, value)));
      }
      return answers;
    }

    /** A dispute is known with both its kind and its status, or not at all. */
    private Optional<Situation> unknown(Situation closed) {
      return switch (choice) {
        case DISPUTE_KIND -> unknownWith(Choice.DISPUTE_STATUS, closed);
        case DISPUTE_STATUS -> unknownWith(Choice.DISPUTE_KIND, closed);
        default -> Optional.of(closed);
      };
    }

    private static Optional<Situation> unknownWith(Choice other, Situation closed) {
      return closed.facts().valueOf(other) == null
          ? Optional.of(closed.closing(other))
          : Optional.empty();
    }
  }

  /**
   * A fact that is true or false; asked only where it is left open on purpose.
   *
   * @param flag which
   */
  record OfFlag(Flag flag) implements Question {

    @Override
    public String name() {
      return flag.key();
    }

    @Override
    public Fact fact() {
      return flag;
    }

    @Override
    public List<Situation> answers(Situation situation) {
      Situation closed = situation.closing(flag);
      return List.of(
          closed.with(closed.facts().toBuilder().flag(flag, false)),
          closed.with(closed.facts().toBuilder().flag(flag, true)));
    }
  }

  /** The number of uses. */
  record OfUsage() implements Question {

    @Override
    public String name() {
      return Fact.Uses.USES.key();
    }

    @Override
    public Fact fact() {
      return Fact.Uses.USES;
    }

    @Override
    public List<Situation> answers(Situation situation) {
      long known = situation.allUses().atLeast();
      Situation closed = situation.closing(fact());
      return situation.cells().usages(situation.pack().countedUses(), known).stream()
          .map(counts -> closed.with(closed.facts().toBuilder().usage(counts)))
          .toList();
    }
  }

  /**
   * When something happened, in time or too late for each window that hangs on it.
   *
   * @param event which
   */
  record OfEvent(Event event) implements Question {

    @Override
    public String name() {
      return event.word();
    }

    @Override
    public Fact fact() {
      return event;
    }

    @Override
    public List<Situation> answers(Situation situation) {
      List<Situation> answers = new ArrayList<>();
      Situation closed = situation.closing(event);
      if (!event.isCertain()) {
        answers.add(closed);
      }
      for (Instant at : situation.cells().instants(event, closed)) {
        answers.add(closed.with(closed.facts().toBuilder().at(event, at)));
      }
      return answers;
    }
  }

  /**
   * A year without holidays on file: the window that needs it is still open, or over.
   *
   * @param window which
   * @param year the year
   */
  record OfYear(Window window, int year) implements Question {

    @Override
    public String name() {
      return holidaysOf(year);
    }

    @Override
    public Fact fact() {
      return window.anchors().getFirst();
    }

    @Override
    public List<Situation> answers(Situation situation) {
      return List.of(
          situation.withEndOf(window, Instant.MAX), situation.withEndOf(window, Instant.MIN));
    }
  }
}
