package tapwright.core.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A node of a text that is typed by whoever reads it, never by YAML: {@code NO} stays text. What it
 * cannot be read as is refused with its place.
 *
 * @param source the text in which it stands
 * @param subject what the node belongs to, for messages; may be empty
 * @param key the key under which it stands
 * @param node the node
 */
public record YamlNode(YamlText source, String subject, String key, Node node) {

  /** Enough to find a value again, few enough that the rest of a message is seen. */
  private static final int SHOWN_CHARACTERS = 60;

  private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");
  private static final Pattern WHOLE = Pattern.compile("\\d{1,12}");
  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,4}(\\.\\d{1,4})?");

  /** File, line and column, counted from 1, with what the node belongs to. */
  public String place() {
    String at = source.place(node.getStartMark());
    return subject.isEmpty() ? at : at + ", " + subject;
  }

  /** The same node, said to stand under another key. */
  public YamlNode keyed(String other) {
    return new YamlNode(source, subject, other, node);
  }

  /** The same node, said to belong to something. */
  public YamlNode of(String owner) {
    return new YamlNode(source, owner, key, node);
  }

  /** Another node of the same text, under a key of this one. */
  YamlNode under(String innerKey, Node inner) {
    if (inner.getAnchor().isPresent()) {
      throw source.malformed(inner.getStartMark(), "anchors and aliases are not taken");
    }
    return new YamlNode(source, subject, innerKey, inner);
  }

  /** The node as a mapping with no other keys than these. */
  public YamlMap map(String... allowed) {
    return map(List.of(allowed));
  }

  public YamlMap map(List<String> allowed) {
    return YamlMap.of(this, mapping(), allowed);
  }

  /** The node as a mapping whose keys are names. */
  public YamlMap names() {
    return YamlMap.of(this, mapping(), List.of());
  }

  private MappingNode mapping() {
    if (node instanceof MappingNode mapping) {
      return mapping;
    }
    throw wrong("a mapping");
  }

  public boolean isMap() {
    return node instanceof MappingNode;
  }

  public List<YamlNode> list() {
    if (!(node instanceof SequenceNode sequence)) {
      throw wrong("a list");
    }
    List<YamlNode> items = new ArrayList<>();
    sequence.getValue().forEach(item -> items.add(under(key, item)));
    return items;
  }

  /** The items of a list, or the node itself where it is none. */
  public List<YamlNode> listOrOne() {
    return node instanceof SequenceNode ? list() : List.of(this);
  }

  public String text() {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    throw wrong("a text");
  }

  /** A value of a closed list, by its spelling. */
  public <T> T oneOf(List<T> allowed, Function<? super T, String> spelling) {
    String text = text();
    return allowed.stream()
        .filter(value -> spelling.apply(value).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    "one of " + allowed.stream().map(spelling).collect(Collectors.joining(", "))));
  }

  public boolean truth() {
    return switch (text()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong("true or false");
    };
  }

  public long whole(long least, long most) {
    String text = text();
    if (WHOLE.matcher(text).matches()) {
      long value = Long.parseLong(text);
      if (value >= least && value <= most) {
        return value;
      }
    }
    throw wrong("a whole number from " + least + " to " + most);
  }

  /** A number of at most four digits before and after its point. */
  public double number(double least, double most) {
    String text = text();
    if (DECIMAL.matcher(text).matches()) {
      double value = Double.parseDouble(text);
      if (value >= least && value <= most) {
        return value;
      }
    }
    throw wrong("a number from " + least + " to " + most + ", with a point");
  }

  /** The refusal of this node's value. */
  public Malformed wrong(String allowed) {
    return source.refused(
        YamlFault.VALUE_WRONG, "place", place(), "key", key, "seen", seen(), "allowed", allowed);
  }

  /** The start of a value on one line, as messages show it. */
  public static String shortened(String value) {
    int length = value.codePointCount(0, value.length());
    String start =
        length <= SHOWN_CHARACTERS
            ? value
            : value.substring(0, value.offsetByCodePoints(0, SHOWN_CHARACTERS)) + "…";
    return CONTROL.matcher(start).replaceAll("·");
  }

  private String seen() {
    return switch (node) {
      case ScalarNode scalar -> "\"" + shortened(scalar.getValue()) + "\"";
      case SequenceNode sequence -> "a list of " + sequence.getValue().size();
      default -> "a mapping";
    };
  }
}
