package tapwright.core.policy.mutants;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Changes of a window or of a due date's clock: its unit, its count, its days, its events. */
final class SpanEdits {

  private static final List<String> UNITS = List.of("hours", "calendar-days", "business-days");
  private static final List<String> EVENT_KEYS =
      List.of("from", "before", "at", "anniversary-after");

  private final List<Object> path;
  private final Map<String, Object> span;
  private final List<Edit> edits = new ArrayList<>();

  private SpanEdits(List<Object> path, Map<String, Object> span) {
    this.path = path;
    this.span = span;
  }

  static List<Edit> of(List<Object> path, Map<String, Object> span) {
    SpanEdits all = new SpanEdits(path, span);
    UNITS.stream().filter(span::containsKey).forEach(all::unit);
    all.flip("first", "excluded", "counted");
    if (span.containsKey("calendar-days")) {
      // Business days end on one, whatever is said of the last day.
      all.flip("last", "end-of-day", "next-business-day");
    }
    EVENT_KEYS.stream()
        .filter(span::containsKey)
        .forEach(
            key -> all.edits.addAll(EventEdits.of(Mutants.then(path, key), at(span, key), key)));
    return all.edits;
  }

  private static Object at(Map<String, Object> map, String key) {
    return Objects.requireNonNull(map.get(key), key);
  }

  private void unit(String unit) {
    int count = Integer.parseInt((String) at(span, unit));
    for (int other : List.of(count - 1, count + 1)) {
      edits.add(new Edit(unit + " " + other, Mutants.then(path, unit), Integer.toString(other)));
    }
    UNITS.stream()
        .filter(other -> !other.equals(unit))
        .forEach(other -> edits.add(new Edit(other + " for " + unit, path, inUnit(unit, other))));
  }

  private Map<String, Object> inUnit(String unit, String other) {
    Map<String, Object> changed = new LinkedHashMap<>(span);
    changed.put(other, at(span, unit));
    changed.remove(unit);
    if (other.equals("hours")) {
      changed.remove("first");
      changed.remove("last");
    } else if (!span.containsKey("before")) {
      changed.putIfAbsent("first", "excluded");
      changed.putIfAbsent("last", "end-of-day");
    }
    return changed;
  }

  private void flip(String key, String one, String other) {
    if (span.containsKey(key)) {
      String flipped = one.equals(span.get(key)) ? other : one;
      edits.add(new Edit(key + " " + flipped, Mutants.then(path, key), flipped));
    }
  }
}
