package tapwright.core.policy.naive;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Changes a case so that a condition comes to hold, or not to hold, mostly as narrowly as it can:
 * one nanosecond before the end of a window, exactly at it, one use under the limit.
 */
final class Steering {

  private static final List<Duration> JUST_IN_TIME =
      List.of(Duration.ofNanos(-1), Duration.ofSeconds(-1), Duration.ofHours(-1));

  private static final List<Duration> JUST_LATE =
      List.of(Duration.ZERO, Duration.ZERO, Duration.ofNanos(1), Duration.ofSeconds(1));

  private final NaivePack pack;
  private final NaiveCalendar calendar;
  private final RandomGenerator random;
  private final PlainCase.Draft draft;

  Steering(NaivePack pack, NaiveCalendar calendar, RandomGenerator random, PlainCase.Draft draft) {
    this.pack = pack;
    this.calendar = calendar;
    this.random = random;
    this.draft = draft;
  }

  /** Makes the condition hold, or not hold, as far as one pass can. */
  void towards(Plain condition, boolean wanted) {
    List<String> keys = new ArrayList<>(condition.entries().keySet());
    List<String> steered = wanted ? keys : List.of(any(keys));
    steered.forEach(key -> towards(key, condition.at(key), wanted));
  }

  private void towards(String key, Plain value, boolean wanted) {
    switch (key) {
      case "all" -> some(value, !wanted).forEach(part -> towards(part, wanted));
      case "any" -> some(value, wanted).forEach(part -> towards(part, wanted));
      case "not" -> towards(value, !wanted);
      case "shown" -> towards(value, wanted);
      case "happened" -> value.words().forEach(event -> happen(event, wanted));
      case "within" -> place(value, wanted);
      case "after" -> place(value, !wanted);
      case "usage" -> use(value, wanted);
      default -> fact(key, value, wanted);
    }
  }

  private List<Plain> some(Plain parts, boolean one) {
    return one ? List.of(any(parts.items())) : parts.items();
  }

  private void fact(String key, Plain value, boolean wanted) {
    if (Vocabulary.FLAGS.contains(key)) {
      if (value.text().equals("true") == wanted) {
        draft.flags.add(key);
      } else {
        draft.flags.remove(key);
      }
      return;
    }
    List<String> fitting = new ArrayList<>(Vocabulary.CHOICES.getOrDefault(key, List.of()));
    fitting.removeIf(word -> value.words().contains(word) != wanted);
    if (fitting.isEmpty()) {
      return;
    }
    switch (key) {
      case "claim" -> draft.kind = fitting.contains(draft.kind) ? draft.kind : any(fitting);
      case "reason" -> draft.reason = any(fitting);
      default -> draft.values.put(key, any(fitting));
    }
  }

  private void happen(String event, boolean wanted) {
    Instant at = draft.events.get(event);
    boolean happened = at != null && !at.isAfter(draft.at);
    if (wanted && !happened) {
      draft.events.put(event, before(draft.at, 30));
    } else if (!wanted && happened && !event.equals(World.PURCHASE)) {
      draft.events.remove(event);
      if (random.nextInt(4) == 0) {
        draft.events.put(event, draft.at.plusSeconds(1));
      }
    }
  }

  /** Puts the claim, or another act, near the end of a window. */
  private void place(Plain value, boolean inTime) {
    Plain name = value.isMap() ? value.at("window") : value;
    Instant end = end(name.text());
    if (end == null) {
      return;
    }
    Instant acted = random.nextInt(3) > 0 ? near(end, inTime) : far(name.text(), end, inTime);
    if (!value.isMap()) {
      draft.at = acted;
    } else {
      draft.events.put(value.at("act").text(), acted);
    }
  }

  private Instant near(Instant end, boolean inTime) {
    return end.plus(any(inTime ? JUST_IN_TIME : JUST_LATE));
  }

  private Instant far(String window, Instant end, boolean inTime) {
    Instant anchor = world().anchor(window);
    if (!inTime) {
      return end.plusSeconds(random.nextLong(40L * 24 * 3600));
    }
    boolean runs = anchor != null && anchor.isBefore(end);
    long seconds = runs ? Duration.between(anchor, end).toSeconds() : 40L * 24 * 3600;
    return end.minusSeconds(1 + random.nextLong(Math.max(1, seconds)));
  }

  /** The window's end, once one of its anchors is there; null where it cannot be counted. */
  private @Nullable Instant end(String window) {
    Plain spec = pack.window(window);
    List<String> anchors = world().anchors(window);
    if (world().anchor(window) == null) {
      draft.events.put(any(anchors), before(draft.at, 20));
    }
    Instant anchor = world().anchor(window);
    if (anchor == null) {
      return null;
    }
    return (spec.has("from") ? calendar.after(spec, anchor) : calendar.before(spec, anchor)).at();
  }

  private World world() {
    return new World(pack, calendar, draft.done(), new TreeMap<>());
  }

  /** Sets the uses so that their number in the window is at or beside a limit. */
  private void use(Plain value, boolean wanted) {
    Instant end = end(value.at("in").text());
    for (String key : value.entries().keySet()) {
      if (!key.equals("in")) {
        long limit = value.at(key).number();
        List<Long> counts = new ArrayList<>(List.of(limit - 1, limit, limit + 1));
        counts.removeIf(count -> count < 0 || World.compares(key, count, limit) != wanted);
        draft.uses = counts.isEmpty() ? draft.uses : uses(any(counts), value, end);
      }
    }
  }

  private PlainCase.Uses uses(long count, Plain value, @Nullable Instant end) {
    Instant from = world().anchor(value.at("in").text());
    if (random.nextBoolean() || from == null || end == null || !from.isBefore(draft.at)) {
      long taps = random.nextLong(count + 1);
      return new PlainCase.Uses(taps, count - taps, null);
    }
    Instant to = end.isBefore(draft.at) ? end : draft.at;
    List<PlainCase.Use> each = new ArrayList<>();
    long first = random.nextLong(count + 1);
    each.add(new PlainCase.Use(from, first, 0));
    each.add(new PlainCase.Use(to.minusNanos(1), 0, count - first));
    if (random.nextBoolean()) {
      each.add(new PlainCase.Use(to, random.nextLong(60), 0));
    }
    if (random.nextBoolean()) {
      each.add(new PlainCase.Use(from.minusNanos(1), random.nextLong(60), 2));
    }
    return new PlainCase.Uses(null, null, List.copyOf(each));
  }

  /** Up to some days before an instant, on a whole second. */
  private Instant before(Instant instant, int days) {
    return instant.minusSeconds(1 + random.nextLong(days * 24L * 3600));
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
