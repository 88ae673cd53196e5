package tapwright.core.policy.pack;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tapwright.core.policy.Word;
import tapwright.core.policy.calendar.Calendar;
import tapwright.core.policy.calendar.Moment;
import tapwright.core.policy.fact.Choice;
import tapwright.core.policy.fact.Claim;
import tapwright.core.policy.fact.ClaimKind;
import tapwright.core.policy.fact.Event;
import tapwright.core.policy.fact.Fact;
import tapwright.core.policy.fact.Facts;
import tapwright.core.policy.fact.Reason;
import tapwright.core.policy.fact.Usage;

/** A claim with its facts as a pack's conditions see them at the instant of the claim. */
public final class Situation {

  private final Pack pack;
  private final Calendar calendar;
  private final Claim claim;
  private final Facts facts;

  /** What is left open on purpose; null for a claim as it came. */
  private final @Nullable Sketch sketch;

  /** Ends of windows that no calendar gave but that are assumed to see what would follow. */
  private final Map<Window, Moment> assumedEnds;

  /** By window index, filled when first needed. */
  private final @Nullable Moment[] ends;

  /** Whether each clause that can decide the claim applies, by its place; filled when needed. */
  private final @Nullable Truth[] applies;

  public Situation(Pack pack, Calendar calendar, Claim claim, Facts facts) {
    this(pack, calendar, claim, facts, null, Map.of());
  }

  private Situation(
      Pack pack,
      Calendar calendar,
      Claim claim,
      Facts facts,
      @Nullable Sketch sketch,
      Map<Window, Moment> assumedEnds) {
    this.pack = pack;
    this.calendar = calendar;
    this.claim = claim;
    this.facts = facts;
    this.sketch = sketch;
    this.assumedEnds = assumedEnds;
    this.ends = new Moment[pack.windows().size()];
    this.applies = new Truth[pack.deciding(claim.kind()).size()];
  }

  public Pack pack() {
    return pack;
  }

  public Calendar calendar() {
    return calendar;
  }

  /**
   * Whether a clause applies.
   *
   * @param place its place among the clauses that can decide the claim
   * @param clause the clause there
   */
  public Truth applies(int place, Clause clause) {
    Truth truth = applies[place];
    if (truth == null) {
      truth = clause.when().truth(this);
      applies[place] = truth;
    }
    return truth;
  }

  public Claim claim() {
    return claim;
  }

  public Facts facts() {
    return facts;
  }

  /** The values that stand for all others: those of the sketch, else those of the pack. */
  public Cells cells() {
    return sketch == null ? pack.cells() : sketch.cells();
  }

  /** The same claim with other facts. */
  public Situation with(Facts.Builder others) {
    return new Situation(pack, calendar, claim, others.build(), sketch, assumedEnds);
  }

  /** The same facts with a claim made for another reason. */
  public Situation withReason(Reason other) {
    return new Situation(pack, calendar, claim.because(other), facts, sketch, assumedEnds);
  }

  /** The same order, on which something else is asked. */
  public Situation asking(ClaimKind other) {
    return new Situation(pack, calendar, claim.asking(other), facts, sketch, assumedEnds);
  }

  /** The same claim as if it had been sent at another instant. */
  public Situation at(Instant other) {
    return new Situation(pack, calendar, claim.sentAt(other), facts, sketch, assumedEnds);
  }

  /** The same claim as if the window ended there. */
  Situation withEndOf(Window window, Instant end) {
    Map<Window, Moment> more = new HashMap<>(assumedEnds);
    more.put(window, new Moment.Known(end));
    return new Situation(pack, calendar, claim, facts, sketch, more);
  }

  /** The same claim and facts with something left open on purpose. */
  public Situation leavingOpen(Sketch open) {
    return new Situation(pack, calendar, claim, facts, open, assumedEnds);
  }

  /** The same situation in which the fact is as it stands, known or not. */
  Situation closing(Fact fact) {
    return sketch == null ? this : leavingOpen(sketch.without(fact));
  }

  /** The same situation under another pack. */
  public Situation under(Pack other, Calendar itsCalendar) {
    return new Situation(other, itsCalendar, claim, facts, sketch, Map.of());
  }

  /** Whether the fact is left open on purpose. */
  public boolean isOpen(Fact fact) {
    return sketch != null && sketch.isOpen(fact);
  }

  /** Whether the condition waits for a fact that is left open on purpose. */
  boolean leavesOpen(Condition condition) {
    if (sketch == null || condition.truth(this) != Truth.UNKNOWN) {
      return false;
    }
    Set<Question> questions = new LinkedHashSet<>();
    condition.ask(this, questions);
    return questions.stream().anyMatch(question -> isOpen(question.fact()));
  }

  public @Nullable Word valueOf(Choice choice) {
    if (isOpen(choice)) {
      return null;
    }
    return switch (choice) {
      case CLAIM -> claim.kind();
      case REASON -> claim.reason();
      default -> facts.valueOf(choice);
    };
  }

  /** When the event happened; null where it has not by the instant of the claim (S18). */
  @Nullable Instant happenedAt(Event event) {
    Instant at = isOpen(event) ? null : facts.instantOf(event);
    boolean tooLate = at != null && event.waitsForItsInstant() && at.isAfter(claim.at());
    return tooLate ? null : at;
  }

  public boolean isUnknown(Event event) {
    return isOpen(event) || (event.isCertain() && facts.instantOf(event) == null);
  }

  /** Whether the act, or the claim where none is named, came before the window's end. */
  Truth isInTime(Window window, @Nullable Event act) {
    return timing(window, act, true);
  }

  /** Whether the act, or the claim where none is named, came at the window's end or later. */
  Truth isLate(Window window, @Nullable Event act) {
    return timing(window, act, false);
  }

  private Truth timing(Window window, @Nullable Event act, boolean inTime) {
    Instant anchor = anchorOf(window);
    Instant acted = act == null ? claim.at() : happenedAt(act);
    if (anchor == null || acted == null || isOpen(window)) {
      boolean unknown = isOpen(window) || unanchored(window) || (act != null && isUnknown(act));
      return unknown ? Truth.UNKNOWN : Truth.FALSE;
    }
    return switch (endOf(window, anchor)) {
      case Moment.NeedsYear _ -> Truth.UNKNOWN;
      case Moment.Known end -> acted.isBefore(end.at()) == inTime ? Truth.TRUE : Truth.FALSE;
    };
  }

  /** By how much the act missed the window; empty where it did not. */
  Optional<Miss.Late> lateness(Window window, @Nullable Event act) {
    Instant anchor = anchorOf(window);
    if (anchor == null || isLate(window, act) != Truth.TRUE) {
      return Optional.empty();
    }
    Instant acted = act == null ? claim.at() : happenedAt(act);
    return acted != null && endOf(window, anchor) instanceof Moment.Known end
        ? Optional.of(new Miss.Late(window, end.at(), acted))
        : Optional.empty();
  }

  /** Adds what must be known before it is settled whether the act came in time. */
  void askTiming(Window window, @Nullable Event act, Set<Question> questions) {
    if (act != null && isUnknown(act)) {
      questions.add(new Question.OfEvent(act));
    }
    askEndOf(window, questions);
  }

  private void askEndOf(Window window, Set<Question> questions) {
    Instant anchor = anchorOf(window);
    if (anchor == null || isOpen(window)) {
      askAnchorOf(window, questions);
    } else if (endOf(window, anchor) instanceof Moment.NeedsYear missing) {
      questions.add(new Question.OfYear(window, missing.year()));
    }
  }

  /** Whether the uses inside the window, up to the claim, compare as the condition says (S10). */
  Truth compareUses(Condition.Uses condition) {
    Window window = condition.window();
    if (anchorOf(window) == null || isOpen(window)) {
      return isOpen(window) || unanchored(window) ? Truth.UNKNOWN : Truth.FALSE;
    }
    return uses(window)
        .map(count -> condition.comparison().compare(count, condition.limit()))
        .orElse(Truth.UNKNOWN);
  }

  /** The uses inside the window; empty where it has not started or its end is not known. */
  Optional<Usage.Count> uses(Window window) {
    Stretch stretch = usesCountIn(window);
    if (stretch == null) {
      return Optional.empty();
    }
    return isOpen(Fact.Uses.USES)
        ? Optional.of(new Usage.Count(0, false))
        : Optional.of(counted(stretch.from(), stretch.to()));
  }

  /** The uses at any time that count under the pack. */
  public Usage.Count allUses() {
    return counted(Instant.MIN, Instant.MAX);
  }

  private Usage.Count counted(Instant from, Instant to) {
    return facts.usage().within(from, to, pack.countedUses());
  }

  /** Where uses count (S10); null where the window has not started or its end is not known. */
  public @Nullable Stretch usesCountIn(Window window) {
    Instant anchor = anchorOf(window);
    if (anchor == null || !(endOf(window, anchor) instanceof Moment.Known end)) {
      return null;
    }
    Instant to = end.at().isBefore(claim.at()) ? end.at() : claim.at();
    return new Stretch(anchor, to);
  }

  void askUses(Window window, Set<Question> questions) {
    askEndOf(window, questions);
    if (isOpen(Fact.Uses.USES) || !allUses().exact()) {
      questions.add(new Question.OfUsage());
    }
  }

  private boolean isOpen(Window window) {
    return sketch != null && window.anchors().stream().anyMatch(this::isOpen);
  }

  private boolean unanchored(Window window) {
    return window.anchors().stream().anyMatch(this::isUnknown);
  }

  private void askAnchorOf(Window window, Set<Question> questions) {
    window.anchors().stream()
        .filter(this::isUnknown)
        .forEach(event -> questions.add(new Question.OfEvent(event)));
  }

  private @Nullable Instant anchorOf(Window window) {
    Instant latest = null;
    for (Event event : window.anchors()) {
      Instant at = anchorAt(event);
      if (at != null && (latest == null || at.isAfter(latest))) {
        latest = at;
      }
    }
    return latest;
  }

  /** When a window that hangs on the event is fixed; null where it is not. */
  public @Nullable Instant anchorAt(Event event) {
    return event.isKnownAhead() ? facts.instantOf(event) : happenedAt(event);
  }

  /** The latest of the events that have happened; null where none has. */
  public @Nullable Instant latest(Iterable<Event> events) {
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
      end = end == null ? window.end(calendar, anchor) : end;
      ends[window.index()] = end;
    }
    return end;
  }

  /** Whether it is looked at to see what else it could be, with something left open on purpose. */
  boolean isSketched() {
    return sketch != null;
  }

  /** Every fact of the sketch settled as it stands. */
  public Situation settled() {
    return new Situation(pack, calendar, claim, facts, null, assumedEnds);
  }
}
