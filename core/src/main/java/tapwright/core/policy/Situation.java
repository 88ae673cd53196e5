package tapwright.core.policy;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A claim with its facts as a pack's conditions see them at the instant of the claim. */
final class Situation {

  private final Pack pack;
  private final Calendar calendar;
  private final Claim claim;
  private final Facts facts;

  /** Ends of windows that no calendar gave but that are assumed to see what would follow. */
  private final Map<Window, Moment> assumedEnds;

  /** By window index, filled when first needed. */
  private final @Nullable Moment[] ends;

  Situation(Pack pack, Calendar calendar, Claim claim, Facts facts) {
    this(pack, calendar, claim, facts, Map.of());
  }

  private Situation(
      Pack pack, Calendar calendar, Claim claim, Facts facts, Map<Window, Moment> assumedEnds) {
    this.pack = pack;
    this.calendar = calendar;
    this.claim = claim;
    this.facts = facts;
    this.assumedEnds = assumedEnds;
    this.ends = new Moment[pack.windows().size()];
  }

  Pack pack() {
    return pack;
  }

  Calendar calendar() {
    return calendar;
  }

  Claim claim() {
    return claim;
  }

  Facts facts() {
    return facts;
  }

  /** The same claim with other facts. */
  Situation with(Facts.Builder others) {
    return new Situation(pack, calendar, claim, others.build(), assumedEnds);
  }

  /** The same claim as if it had been sent at another instant. */
  Situation at(Instant other) {
    return new Situation(pack, calendar, claim.sentAt(other), facts, assumedEnds);
  }

  /** The same claim as if the window ended there. */
  Situation withEndOf(Window window, Instant end) {
    Map<Window, Moment> more = new HashMap<>(assumedEnds);
    more.put(window, new Moment.Known(end));
    return new Situation(pack, calendar, claim, facts, more);
  }

  @Nullable Word valueOf(Choice choice) {
    return choice == Choice.REASON ? claim.reason() : facts.valueOf(choice);
  }

  /** When the event happened; null where it has not by the instant of the claim (S18). */
  @Nullable Instant happenedAt(Event event) {
    Instant at = facts.instantOf(event);
    boolean tooLate = at != null && event.waitsForItsInstant() && at.isAfter(claim.at());
    return tooLate ? null : at;
  }

  boolean isUnknown(Event event) {
    return event.isCertain() && facts.instantOf(event) == null;
  }

  Truth isSentBeforeEndOf(Window window) {
    Instant anchor = anchorOf(window);
    if (anchor == null) {
      return unanchored(window);
    }
    return switch (endOf(window, anchor)) {
      case Moment.NeedsYear _ -> Truth.UNKNOWN;
      case Moment.Known end -> claim.at().isBefore(end.at()) ? Truth.TRUE : Truth.FALSE;
    };
  }

  Truth isSentAfter(Window window) {
    Instant anchor = anchorOf(window);
    if (anchor == null) {
      return unanchored(window);
    }
    return switch (endOf(window, anchor)) {
      case Moment.NeedsYear _ -> Truth.UNKNOWN;
      case Moment.Known end -> claim.at().isBefore(end.at()) ? Truth.FALSE : Truth.TRUE;
    };
  }

  /** By how much the claim missed the window; empty where it did not. */
  Optional<Miss.Late> lateness(Window window) {
    Instant anchor = anchorOf(window);
    if (anchor == null || isSentAfter(window) != Truth.TRUE) {
      return Optional.empty();
    }
    return endOf(window, anchor) instanceof Moment.Known end
        ? Optional.of(new Miss.Late(window, end.at()))
        : Optional.empty();
  }

  void askEndOf(Window window, Set<Question> questions) {
    Instant anchor = anchorOf(window);
    if (anchor == null) {
      askAnchorOf(window, questions);
    } else if (endOf(window, anchor) instanceof Moment.NeedsYear missing) {
      questions.add(new Question.OfYear(window, missing.year()));
    }
  }

  /** Whether the uses inside the window, up to the claim, compare as the condition says (S10). */
  Truth compareUses(Condition.Uses condition) {
    return uses(condition.window())
        .map(count -> condition.comparison().compare(count, condition.limit()))
        .orElseGet(
            () ->
                anchorOf(condition.window()) == null
                    ? unanchored(condition.window())
                    : Truth.UNKNOWN);
  }

  /** The uses inside the window; empty where it has not started or its end is not known. */
  Optional<Usage.Count> uses(Window window) {
    Instant anchor = anchorOf(window);
    if (anchor == null || !(endOf(window, anchor) instanceof Moment.Known end)) {
      return Optional.empty();
    }
    Instant to = end.at().isBefore(claim.at()) ? end.at() : claim.at();
    return Optional.of(facts.usage().within(anchor, to));
  }

  void askUses(Window window, Set<Question> questions) {
    askEndOf(window, questions);
    if (!facts.usage().within(Instant.MIN, Instant.MAX).exact()) {
      questions.add(new Question.OfUsage());
    }
  }

  private Truth unanchored(Window window) {
    return window.anchors().stream().anyMatch(this::isUnknown) ? Truth.UNKNOWN : Truth.FALSE;
  }

  private void askAnchorOf(Window window, Set<Question> questions) {
    window.anchors().stream()
        .filter(this::isUnknown)
        .forEach(event -> questions.add(new Question.OfEvent(event)));
  }

  private @Nullable Instant anchorOf(Window window) {
    return latest(window.anchors());
  }

  /** The latest of the events that have happened; null where none has. */
  @Nullable Instant latest(Iterable<Event> events) {
    Instant latest = null;
    for (Event event : events) {
      Instant at = happenedAt(event);
      if (at != null && (latest == null || at.isAfter(latest))) {
        latest = at;
      }
    }
    return latest;
  }

  private Moment endOf(Window window, Instant anchor) {
    Moment end = ends[window.index()];
    if (end == null) {
      end = assumedEnds.isEmpty() ? null : assumedEnds.get(window);
      end = end == null ? calendar.endOf(window.span(), anchor) : end;
      ends[window.index()] = end;
    }
    return end;
  }
}
