package tapwright.core.policy.naive;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A claim with its facts in the words of the case format.
 *
 * @param kind what is asked
 * @param reason why
 * @param at when
 * @param evidence what came with it
 * @param values facts with one value of a list; absent is unknown
 * @param flags the flags that are true
 * @param events when what happened
 * @param price what was paid; null where unknown
 * @param uses how often the cards were used
 */
public record PlainCase(
    String kind,
    String reason,
    Instant at,
    SortedSet<String> evidence,
    SortedMap<String, String> values,
    SortedSet<String> flags,
    SortedMap<String, Instant> events,
    @Nullable String price,
    Uses uses) {

  public PlainCase {
    evidence = Collections.unmodifiableSortedSet(new TreeSet<>(evidence));
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    flags = Collections.unmodifiableSortedSet(new TreeSet<>(flags));
    events = Collections.unmodifiableSortedMap(new TreeMap<>(events));
  }

  /**
   * Uses, either counted already or one by one.
   *
   * @param taps taps; null where unknown
   * @param shares shares; null where unknown
   * @param each every use; null where they were counted already
   */
  public record Uses(@Nullable Long taps, @Nullable Long shares, @Nullable List<Use> each) {

    public static final Uses UNKNOWN = new Uses(null, null, null);

    boolean isUnknown() {
      return each == null && (taps == null || shares == null);
    }

    /** The uses from an instant on and before another, as far as known. */
    long between(Instant from, Instant to) {
      if (each == null) {
        return (taps == null ? 0 : taps) + (shares == null ? 0 : shares);
      }
      return each.stream()
          .filter(use -> use.at().compareTo(from) >= 0 && use.at().compareTo(to) < 0)
          .mapToLong(use -> use.taps() + use.shares())
          .sum();
    }
  }

  /**
   * Uses at one instant.
   *
   * @param at when
   * @param taps taps then
   * @param shares shares then
   */
  public record Use(Instant at, long taps, long shares) {}

  PlainCase withValue(String fact, String value) {
    Draft draft = new Draft(this);
    draft.values.put(fact, value);
    return draft.done();
  }

  PlainCase withEvent(String event, Instant instant) {
    Draft draft = new Draft(this);
    draft.events.put(event, instant);
    return draft.done();
  }

  PlainCase withUses(long count) {
    Draft draft = new Draft(this);
    draft.uses = new Uses(count, 0L, null);
    return draft.done();
  }

  /** The case as a flow mapping of the case format. */
  public String toYaml(String name, String expect) {
    return new CaseText(this).yaml(name, expect);
  }

  /** A case that is being made up. */
  static final class Draft {

    String kind;
    String reason = "unspecified";
    Instant at;
    final Set<String> evidence = new TreeSet<>(Vocabulary.EVIDENCE);
    final SortedMap<String, String> values = new TreeMap<>();
    final Set<String> flags = new TreeSet<>();
    final SortedMap<String, Instant> events = new TreeMap<>();
    @Nullable String price;
    Uses uses = Uses.UNKNOWN;

    Draft(String kind, Instant at) {
      this.kind = kind;
      this.at = at;
    }

    Draft(PlainCase from) {
      this(from.kind, from.at);
      reason = from.reason;
      evidence.retainAll(from.evidence);
      values.putAll(from.values);
      flags.addAll(from.flags);
      events.putAll(from.events);
      price = from.price;
      uses = from.uses;
    }

    PlainCase done() {
      return new PlainCase(
          kind,
          reason,
          at,
          new TreeSet<>(evidence),
          values,
          new TreeSet<>(flags),
          events,
          price,
          uses);
    }
  }
}
