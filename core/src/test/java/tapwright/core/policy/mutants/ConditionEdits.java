package tapwright.core.policy.mutants;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tapwright.core.policy.naive.Vocabulary;

/** Changes of a condition: a line left out, a value, a comparison, a limit, an event. */
final class ConditionEdits {

  private static final Map<String, String> SWAPS =
      Map.of(
          "within", "after",
          "after", "within",
          "all", "any",
          "any", "all",
          "fewer-than", "at-most",
          "at-most", "fewer-than",
          "more-than", "at-least",
          "at-least", "more-than",
          "exactly", "at-least");

  private final List<Edit> edits = new ArrayList<>();

  private ConditionEdits() {}

  static List<Edit> of(List<Object> path, Object condition, String what) {
    ConditionEdits all = new ConditionEdits();
    all.condition(path, Mutants.map(condition), what);
    return all.edits;
  }

  private void condition(List<Object> path, Map<String, Object> condition, String what) {
    condition.forEach(
        (key, value) -> {
          String inner = what + "." + key;
          if (condition.size() > 1) {
            edits.add(new Edit(what + " without " + key, Mutants.then(path, key), null));
          }
          if (SWAPS.containsKey(key) && !(value instanceof List<?> list && list.size() < 2)) {
            edits.add(
                new Edit(
                    what + " " + SWAPS.get(key) + " for " + key, path, swapped(condition, key)));
          }
          entry(Mutants.then(path, key), key, value, inner);
        });
  }

  private static Map<String, Object> swapped(Map<String, Object> map, String key) {
    Map<String, Object> swapped = new LinkedHashMap<>();
    map.forEach(
        (each, value) ->
            swapped.put(each.equals(key) ? SWAPS.getOrDefault(key, key) : each, value));
    return swapped;
  }

  private void entry(List<Object> path, String key, Object value, String what) {
    switch (key) {
      case "all", "any" -> parts(path, (List<?>) value, what);
      case "not", "shown" -> condition(path, Mutants.map(value), what);
      case "happened" -> edits.addAll(EventEdits.of(path, value, what));
      case "within", "after" -> act(path, value, what);
      case "usage" -> usage(path, Mutants.map(value), what);
      default -> fact(path, key, value, what);
    }
  }

  private void parts(List<Object> path, List<?> parts, String what) {
    for (int i = 0; i < parts.size(); i++) {
      List<Object> at = Mutants.then(path, i);
      condition(at, Mutants.map(parts.get(i)), what + "[" + i + "]");
      if (parts.size() > 1) {
        edits.add(new Edit(what + " without [" + i + "]", at, null));
      }
    }
  }

  private void act(List<Object> path, Object value, String what) {
    if (value instanceof Map<?, ?> map && map.get("act") instanceof String event) {
      edits.addAll(EventEdits.of(Mutants.then(path, "act"), event, what));
    }
  }

  private void usage(List<Object> path, Map<String, Object> usage, String what) {
    usage.forEach(
        (key, limit) -> {
          if (SWAPS.containsKey(key)) {
            edits.add(
                new Edit(what + " " + SWAPS.get(key) + " for " + key, path, swapped(usage, key)));
            int number = Integer.parseInt((String) limit);
            for (int other : List.of(number - 1, number + 1)) {
              edits.add(
                  new Edit(
                      what + " " + key + " " + other,
                      Mutants.then(path, key),
                      Integer.toString(other)));
            }
          }
        });
  }

  private void fact(List<Object> path, String key, Object value, String what) {
    if (Vocabulary.FLAGS.contains(key)) {
      String flipped = value.equals("true") ? "false" : "true";
      edits.add(new Edit(what + " " + flipped, path, flipped));
      return;
    }
    List<?> values = value instanceof List<?> list ? list : List.of(value);
    for (int i = 0; i < values.size(); i++) {
      List<Object> at = value instanceof List ? Mutants.then(path, i) : path;
      String old = (String) values.get(i);
      other(key, old, values)
          .ifPresent(other -> edits.add(new Edit(what + " " + other + " for " + old, at, other)));
      if (values.size() > 1) {
        edits.add(new Edit(what + " without " + old, at, null));
      }
    }
  }

  /** The next word of the list that the condition does not name; none where it names all. */
  private static Optional<String> other(String key, String old, List<?> named) {
    List<String> words = Vocabulary.CHOICES.getOrDefault(key, List.of(old));
    int place = words.indexOf(old);
    for (int i = 1; i < words.size(); i++) {
      String next = words.get((place + i) % words.size());
      if (!named.contains(next)) {
        return Optional.of(next);
      }
    }
    return Optional.empty();
  }
}
