package tapwright.core.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A fact that a clause waits for, with every answer that could make a difference. */
sealed interface Question {

  /** Longer than the longest span that a pack can name. */
  Duration LONG_AGO = Duration.ofDays(4L * Span.MOST);

  /** The fact's name, as it is asked for. */
  String name();

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
      return choice.key();
    }

    @Override
    public List<Situation> answers(Situation situation) {
      return situation.pack().cells().of(choice).stream()
          .map(value -> situation.with(situation.facts().toBuilder().choose(choice, value)))
          .toList();
    }
  }

  /** The number of uses: each limit of the pack and its two neighbours stand for all numbers. */
  record OfUsage() implements Question {

    @Override
    public String name() {
      return "usage";
    }

    @Override
    public List<Situation> answers(Situation situation) {
      long known = situation.facts().usage().within(Instant.MIN, Instant.MAX).atLeast();
      return Stream.concat(
              Stream.of(known),
              situation.pack().usageLimits().stream()
                  .flatMap(limit -> Stream.of(limit - 1, limit, limit + 1)))
          .filter(count -> count >= known)
          .distinct()
          .map(count -> new Usage.Counts(count, 0L))
          .map(counts -> situation.with(situation.facts().toBuilder().usage(counts)))
          .toList();
    }
  }

  /**
   * An event that every order has: it happened just now, or so long ago that every window is over.
   *
   * @param event which
   */
  record OfEvent(Event event) implements Question {

    @Override
    public String name() {
      return event.word();
    }

    @Override
    public List<Situation> answers(Situation situation) {
      Instant now = situation.claim().at();
      return Stream.of(now, now.minus(LONG_AGO))
          .map(at -> situation.with(situation.facts().toBuilder().at(event, at)))
          .toList();
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
    public List<Situation> answers(Situation situation) {
      return List.of(
          situation.withEndOf(window, Instant.MAX), situation.withEndOf(window, Instant.MIN));
    }
  }
}
