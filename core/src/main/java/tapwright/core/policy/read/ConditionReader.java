package tapwright.core.policy.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tapwright.core.policy.Word;
import tapwright.core.policy.fact.Choice;
import tapwright.core.policy.fact.Event;
import tapwright.core.policy.fact.Flag;
import tapwright.core.policy.pack.Comparison;
import tapwright.core.policy.pack.Condition;
import tapwright.core.policy.pack.Window;
import tapwright.core.policy.text.WordReader;
import tapwright.core.yaml.YamlMap;
import tapwright.core.yaml.YamlNode;

/** Reads conditions: a mapping whose entries must all hold, or a list of such mappings. */
final class ConditionReader {

  /** Deeper than any rule a person could follow, shallow enough for any stack. */
  private static final int DEEPEST = 12;

  private static final Condition ALWAYS = new Condition.All(List.of());

  static final List<String> KEYS =
      Stream.of(
              Stream.of("all", "any", "not", "shown", "happened", "within", "after", "usage"),
              Choice.ALL.stream().map(Choice::key),
              Flag.ALL.stream().map(Flag::key))
          .flatMap(keys -> keys)
          .toList();

  private final Map<String, Window> windows;

  /**
   * A reader for the conditions of one pack.
   *
   * @param windows the pack's windows by name
   */
  ConditionReader(Map<String, Window> windows) {
    this.windows = windows;
  }

  static Condition always() {
    return ALWAYS;
  }

  Condition read(YamlNode node) {
    return read(node, 1);
  }

  private Condition read(YamlNode node, int depth) {
    if (depth > DEEPEST) {
      throw node.wrong("at most " + DEEPEST + " conditions inside one another");
    }
    List<Condition> parts = new ArrayList<>();
    node.map(KEYS).entries().forEach((key, value) -> parts.add(entry(key, value, depth)));
    if (parts.isEmpty()) {
      throw node.wrong("at least one condition");
    }
    return parts.size() == 1 ? parts.getFirst() : new Condition.All(parts);
  }

  private Condition entry(String key, YamlNode value, int depth) {
    return switch (key) {
      case "all" -> new Condition.All(parts(value, depth));
      case "any" -> new Condition.Any(parts(value, depth));
      case "not" -> new Condition.Not(read(value, depth + 1));
      case "shown" -> new Condition.Shown(read(value, depth + 1));
      case "happened" -> happened(value);
      case "within" -> timing(value, Condition.Within::new);
      case "after" -> timing(value, Condition.After::new);
      case "usage" -> usage(value);
      default -> fact(key, value);
    };
  }

  private List<Condition> parts(YamlNode value, int depth) {
    List<YamlNode> items = value.list();
    if (items.isEmpty()) {
      throw value.wrong("a list of at least one condition");
    }
    return items.stream().map(item -> read(item, depth + 1)).toList();
  }

  private static Condition happened(YamlNode value) {
    List<Condition> events =
        WordReader.someWords(value, Event.ALL).stream()
            .<Condition>map(Condition.Happened::new)
            .toList();
    return events.size() == 1 ? events.getFirst() : new Condition.All(events);
  }

  /** A window's name, or a mapping of a window and the act that is held against it. */
  private Condition timing(
      YamlNode value, BiFunction<Window, @Nullable Event, Condition> condition) {
    if (!value.isMap()) {
      return condition.apply(window(value), null);
    }
    YamlMap map = value.map("window", "act");
    return condition.apply(
        window(map.required("window")), WordReader.word(map.required("act"), Event.ALL));
  }

  private Window window(YamlNode value) {
    Window window = windows.get(value.text());
    if (window == null) {
      throw value.wrong("a window of this pack: " + String.join(", ", windows.keySet()));
    }
    return window;
  }

  private Condition usage(YamlNode value) {
    List<String> comparisons = Stream.of(Comparison.values()).map(Word::word).toList();
    List<String> keys = new ArrayList<>(List.of("in"));
    keys.addAll(comparisons);
    YamlMap map = value.map(keys);
    Window window = window(map.required("in"));
    List<Condition> parts = new ArrayList<>();
    for (Comparison comparison : Comparison.values()) {
      map.optional(comparison.word())
          .ifPresent(
              limit -> {
                long number = limit.whole(0, 1_000_000_000);
                parts.add(new Condition.Uses(window, comparison, number));
              });
    }
    if (parts.isEmpty()) {
      throw value.wrong("a window and at least one of " + String.join(", ", comparisons));
    }
    return parts.size() == 1 ? parts.getFirst() : new Condition.All(parts);
  }

  private static Condition fact(String key, YamlNode value) {
    for (Flag flag : Flag.ALL) {
      if (flag.key().equals(key)) {
        return new Condition.Flagged(flag, value.truth());
      }
    }
    for (Choice choice : Choice.ALL) {
      if (choice.key().equals(key)) {
        return new Condition.Chosen(
            choice, Set.copyOf(WordReader.someWords(value, choice.allowed())));
      }
    }
    throw new IllegalStateException("key " + key + " was allowed but is no fact");
  }
}
