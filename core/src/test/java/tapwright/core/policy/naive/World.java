package tapwright.core.policy.naive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A case under a pack, with what is assumed where the holidays of a year are not on file.
 *
 * @param pack the pack
 * @param calendar the calendar by which days are counted
 * @param plain the case
 * @param assumedEnds the ends of windows, by name, that no holidays on file give
 */
record World(
    NaivePack pack,
    NaiveCalendar calendar,
    PlainCase plain,
    SortedMap<String, Instant> assumedEnds) {

  static final String USAGE = "usage";
  static final String PURCHASE = "purchasedAt";

  World {
    assumedEnds = new TreeMap<>(assumedEnds);
  }

  World with(PlainCase other) {
    return new World(pack, calendar, other, assumedEnds);
  }

  World assuming(String window, Instant end) {
    World other = new World(pack, calendar, plain, assumedEnds);
    other.assumedEnds.put(window, end);
    return other;
  }

  /** Whether a condition holds; one that is not there always does. */
  Answer holds(Optional<Plain> condition) {
    return condition.map(this::holds).orElse(Answer.YES);
  }

  Answer holds(Plain condition) {
    List<Answer> parts = new ArrayList<>();
    condition.entries().forEach((key, value) -> parts.add(holds(key, value)));
    return Answer.all(parts);
  }

  private Answer holds(String key, Plain value) {
    return switch (key) {
      case "all" -> Answer.all(value.items().stream().map(this::holds).toList());
      case "any" -> Answer.any(value.items().stream().map(this::holds).toList());
      case "not" -> holds(value).opposite();
      case "shown" -> Answer.of(holds(value).yes());
      case "happened" -> Answer.all(value.words().stream().map(this::hasHappened).toList());
      case "within" -> inTime(value);
      case "after" -> inTime(value, false);
      case "usage" -> uses(value);
      default -> Vocabulary.FLAGS.contains(key) ? flag(key, value) : choice(key, value);
    };
  }

  private Answer flag(String flag, Plain value) {
    return Answer.of(plain.flags().contains(flag) == value.text().equals("true"));
  }

  private Answer choice(String fact, Plain value) {
    if (!Vocabulary.CHOICES.containsKey(fact)) {
      throw new IllegalArgumentException("the naive reading does not know the key " + fact);
    }
    String seen = valueOf(fact);
    return seen == null ? Answer.waits(fact) : Answer.of(value.words().contains(seen));
  }

  private @Nullable String valueOf(String fact) {
    return switch (fact) {
      case "claim" -> plain.kind();
      case "reason" -> plain.reason();
      default -> plain.values().get(fact);
    };
  }

  private Answer hasHappened(String event) {
    return isUnknown(event) ? Answer.waits(event) : Answer.of(happenedAt(event) != null);
  }

  /** Every order was bought at some time, so that an absent date is not "never" (README, facts). */
  boolean isUnknown(String event) {
    return event.equals(PURCHASE) && !plain.events().containsKey(PURCHASE);
  }

  /** When it happened; a step of the procedure counts even if it is later than the claim (S18). */
  @Nullable Instant happenedAt(String event) {
    Instant at = plain.events().get(event);
    boolean later = at != null && at.isAfter(plain.at());
    return later && !Vocabulary.isOf("procedure", event) ? null : at;
  }

  private Answer inTime(Plain value) {
    return inTime(value, true);
  }

  private Answer inTime(Plain value, boolean wanted) {
    String window = value.isMap() ? value.at("window").text() : value.text();
    String act = value.isMap() ? value.at("act").text() : "";
    Instant acted = act.isEmpty() ? plain.at() : happenedAt(act);
    SortedSet<String> unknown = new TreeSet<>();
    if (!act.isEmpty() && isUnknown(act)) {
      unknown.add(act);
    } else if (acted == null) {
      return Answer.NO;
    }
    Instant anchor = anchor(window);
    if (anchor == null && unknownAnchors(window).isEmpty()) {
      return Answer.NO;
    }
    unknown.addAll(openOf(window));
    return acted == null || !unknown.isEmpty()
        ? Answer.waits(unknown)
        : Answer.of(acted.isBefore(known(window)) == wanted);
  }

  private Answer uses(Plain value) {
    String window = value.at("in").text();
    if (anchor(window) == null && unknownAnchors(window).isEmpty()) {
      return Answer.NO;
    }
    if (!openOf(window).isEmpty()) {
      SortedSet<String> facts = openOf(window);
      if (plain.uses().isUnknown()) {
        facts.add(USAGE);
      }
      return Answer.waits(facts);
    }
    Instant from = anchorOf(window);
    Instant end = known(window);
    long count = plain.uses().between(from, end.isBefore(plain.at()) ? end : plain.at());
    List<Answer> parts = new ArrayList<>();
    value.entries().forEach((key, limit) -> parts.add(compared(key, limit, count)));
    return Answer.all(parts);
  }

  private Answer compared(String key, Plain value, long count) {
    if (key.equals("in")) {
      return Answer.YES;
    }
    boolean now = compares(key, count, value.number());
    if (!plain.uses().isUnknown()) {
      return Answer.of(now);
    }
    // The known uses are the least there were: what more of them could change is not known.
    boolean settled =
        switch (key) {
          case "fewer-than", "at-most" -> !now;
          case "at-least", "more-than" -> now;
          default -> count > value.number();
        };
    return settled ? Answer.of(now) : Answer.waits(USAGE);
  }

  static boolean compares(String how, long count, long limit) {
    return switch (how) {
      case "fewer-than" -> count < limit;
      case "at-most" -> count <= limit;
      case "exactly" -> count == limit;
      case "at-least" -> count >= limit;
      case "more-than" -> count > limit;
      default -> throw new IllegalArgumentException("the naive reading does not know " + how);
    };
  }

  List<String> anchors(String window) {
    Plain spec = pack.window(window);
    return spec.at(spec.has("from") ? "from" : "before").words();
  }

  /** The latest of a window's anchors; dates of the term and the procedure count ahead of time. */
  @Nullable Instant anchor(String window) {
    Instant latest = null;
    for (String event : anchors(window)) {
      Instant at = Vocabulary.isOf("order", event) ? happenedAt(event) : plain.events().get(event);
      if (at != null && (latest == null || at.isAfter(latest))) {
        latest = at;
      }
    }
    return latest;
  }

  private Instant anchorOf(String window) {
    Instant anchor = anchor(window);
    if (anchor == null) {
      throw new IllegalStateException("window " + window + " has no anchor yet");
    }
    return anchor;
  }

  private List<String> unknownAnchors(String window) {
    return anchors(window).stream().filter(this::isUnknown).toList();
  }

  /** What must be known before the window's end is. */
  private SortedSet<String> openOf(String window) {
    if (anchor(window) == null) {
      return new TreeSet<>(unknownAnchors(window));
    }
    Integer year = assumedEnds.containsKey(window) ? null : end(window).year();
    return year == null ? new TreeSet<>() : new TreeSet<>(List.of(yearOf(window, year)));
  }

  /** The name under which the holidays of a year are asked for, for one window. */
  static String yearOf(String window, int year) {
    return "holidays " + year + " for " + window;
  }

  private NaiveCalendar.End end(String window) {
    Plain spec = pack.window(window);
    return spec.has("from")
        ? calendar.after(spec, anchorOf(window))
        : calendar.before(spec, anchorOf(window));
  }

  private Instant known(String window) {
    Instant assumed = assumedEnds.get(window);
    Instant end = assumed == null ? end(window).at() : assumed;
    if (end == null) {
      throw new IllegalStateException("window " + window + " has no end yet");
    }
    return end;
  }
}
