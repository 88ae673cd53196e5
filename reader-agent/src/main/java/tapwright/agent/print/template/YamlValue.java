package tapwright.agent.print.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A value of a template's text, with the place where it stands.
 *
 * @param file the name of the text
 * @param key the key under which the value stands
 * @param node the value
 */
record YamlValue(String file, String key, Node node) {

  /** A template has a hundred lines; larger files are something else. */
  private static final int MOST_CHARACTERS = 100_000;

  private static final int DEEPEST = 16;

  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,4}(\\.\\d{1,4})?");
  private static final Pattern WHOLE = Pattern.compile("\\d{1,4}");

  /** The root of a text that holds one YAML document. */
  static YamlValue parse(String file, String text) {
    if (text.length() > MOST_CHARACTERS) {
      throw malformed(file, text.length() + " characters, more than " + MOST_CHARACTERS);
    }
    LoadSettings settings = LoadSettings.builder().setLabel(file).setUseMarks(true).build();
    try {
      checkDepth(file, settings, text);
      return new YamlValue(
          file,
          "the document",
          new Compose(settings)
              .composeString(text)
              .orElseThrow(() -> malformed(file, "the text is empty")));
    } catch (MarkedYamlEngineException e) {
      throw malformed(place(file, e.getProblemMark()), String.valueOf(e.getProblem()));
    } catch (YamlEngineException e) {
      throw malformed(file, String.valueOf(e.getMessage()));
    }
  }

  /** Goes through the text flat first, since composing it would recurse as deep as it nests. */
  private static void checkDepth(String file, LoadSettings settings, String text) {
    int depth = 0;
    for (Event event : new Parse(settings).parseString(text)) {
      switch (event.getEventId()) {
        case MappingStart, SequenceStart -> depth++;
        case MappingEnd, SequenceEnd -> depth--;
        default -> {}
      }
      if (depth > DEEPEST) {
        throw malformed(place(file, event.getStartMark()), "nested deeper than " + DEEPEST);
      }
    }
  }

  private static Malformed malformed(String place, String problem) {
    return new Malformed(TemplateRefusal.YAML.with("place", place, "problem", problem));
  }

  private static String place(String file, Optional<Mark> mark) {
    return mark.map(at -> file + ":" + (at.getLine() + 1) + ":" + (at.getColumn() + 1))
        .orElse(file);
  }

  /** File, line and column, counted from 1. */
  String place() {
    return place(file, node.getStartMark());
  }

  YamlValue under(String innerKey, Node inner) {
    if (inner.getAnchor().isPresent()) {
      throw malformed(place(file, inner.getStartMark()), "anchors and aliases are not taken");
    }
    return new YamlValue(file, innerKey, inner);
  }

  boolean isMapping() {
    return node instanceof MappingNode;
  }

  YamlKeys keys() {
    if (node instanceof MappingNode mapping) {
      return YamlKeys.of(this, mapping);
    }
    throw wrong("a mapping");
  }

  List<YamlValue> list() {
    if (!(node instanceof SequenceNode sequence)) {
      throw wrong("a list");
    }
    List<YamlValue> items = new ArrayList<>();
    sequence.getValue().forEach(item -> items.add(under(key, item)));
    return items;
  }

  String text() {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    throw wrong("a text");
  }

  boolean truth() {
    return switch (text()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong("true or false");
    };
  }

  /** One of some names, written in lower case and joined by hyphens. */
  <E extends Enum<E>> E oneOf(List<E> allowed) {
    String text = text();
    return allowed.stream()
        .filter(one -> label(one).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    "one of "
                        + allowed.stream()
                            .map(YamlValue::label)
                            .collect(Collectors.joining(", "))));
  }

  /** Two numbers, as a place or a size. */
  double[] pair(double least, double most) {
    List<YamlValue> both = list();
    if (both.size() != 2) {
      throw wrong("a list of two numbers");
    }
    return new double[] {both.get(0).number(least, most), both.get(1).number(least, most)};
  }

  double number(double least, double most) {
    String text = text();
    if (DECIMAL.matcher(text).matches()) {
      double value = Double.parseDouble(text);
      if (value >= least && value <= most) {
        return value;
      }
    }
    throw wrong("a number from " + least + " to " + most + ", with a point");
  }

  int whole(int least, int most) {
    String text = text();
    if (WHOLE.matcher(text).matches()) {
      int value = Integer.parseInt(text);
      if (value >= least && value <= most) {
        return value;
      }
    }
    throw wrong("a whole number from " + least + " to " + most);
  }

  Malformed wrong(String allowed) {
    return new Malformed(
        TemplateRefusal.VALUE.with(
            "place", place(), "key", key, "seen", seen(), "allowed", allowed));
  }

  private String seen() {
    return switch (node) {
      case ScalarNode scalar -> "'" + start(scalar.getValue()) + "'";
      case MappingNode mapping -> "a mapping";
      default -> "a list";
    };
  }

  /** Enough to find it again, on one line. */
  static String start(String value) {
    String line = value.replaceAll("\\p{Cc}", "·");
    return line.codePointCount(0, line.length()) <= 60
        ? line
        : line.substring(0, line.offsetByCodePoints(0, 60)) + "…";
  }

  private static String label(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static <E extends Enum<E>> List<E> all(Class<E> names) {
    return Arrays.asList(names.getEnumConstants());
  }
}
