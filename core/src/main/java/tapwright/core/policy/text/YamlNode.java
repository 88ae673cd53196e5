package tapwright.core.policy.text;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import tapwright.core.policy.Money;
import tapwright.core.policy.PolicyRefusal;
import tapwright.core.policy.Word;

/**
 * A node of a YAML 1.2 text that is typed by whoever reads it, never by YAML: {@code NO} stays
 * text. What it cannot be read as is refused with its place.
 *
 * @param file the name of the text, for messages
 * @param subject what the node belongs to, for messages; may be empty
 * @param key the key under which it stands
 * @param node the node
 */
public record YamlNode(String file, String subject, String key, Node node) {

  /** Deeper than any pack or case, shallow enough for any stack. */
  private static final int DEEPEST = 64;

  /** Enough to find a value again, few enough that the rest of a message is seen. */
  private static final int SHOWN_CHARACTERS = 60;

  private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");
  private static final Pattern WHOLE = Pattern.compile("\\d{1,12}");
  private static final Pattern INSTANT =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?(Z|[+-]\\d\\d:\\d\\d)");

  /** The root of a text that holds one YAML document. */
  public static YamlNode parse(String file, String text) {
    LoadSettings settings = LoadSettings.builder().setLabel(file).setUseMarks(true).build();
    try {
      checkDepth(file, settings, text);
      Node root =
          new Compose(settings)
              .composeString(text)
              .orElseThrow(() -> malformed(file, "the text is empty"));
      return new YamlNode(file, "", "the document", root);
    } catch (MarkedYamlEngineException e) {
      throw malformed(place(file, e.getProblemMark()), String.valueOf(e.getProblem()));
    } catch (YamlEngineException e) {
      throw malformed(file, String.valueOf(e.getMessage()));
    }
  }

  /** Goes through the text flat first, since composing it would recurse as deep as it nests. */
  private static void checkDepth(String file, LoadSettings settings, String text) {
    int depth = 0;
    for (org.snakeyaml.engine.v2.events.Event event : new Parse(settings).parseString(text)) {
      switch (event.getEventId()) {
        case MappingStart, SequenceStart -> depth++;
        case MappingEnd, SequenceEnd -> depth--;
        default -> {}
      }
      if (depth > DEEPEST) {
        throw malformed(
            place(file, event.getStartMark()), "nested deeper than " + DEEPEST + " levels");
      }
    }
  }

  private static Malformed malformed(String place, String problem) {
    return new Malformed(PolicyRefusal.YAML_MALFORMED.with("place", place, "problem", problem));
  }

  private static String place(String file, Optional<Mark> mark) {
    return mark.map(at -> file + ":" + (at.getLine() + 1) + ":" + (at.getColumn() + 1))
        .orElse(file);
  }

  /** File, line and column, counted from 1, with what the node belongs to. */
  public String place() {
    String at = place(file, node.getStartMark());
    return subject.isEmpty() ? at : at + ", " + subject;
  }

  /** The same node, said to stand under another key. */
  public YamlNode keyed(String other) {
    return new YamlNode(file, subject, other, node);
  }

  /** The same node, said to belong to something. */
  public YamlNode of(String owner) {
    return new YamlNode(file, owner, key, node);
  }

  /** Another node of the same text, under a key of this one. */
  YamlNode under(String innerKey, Node inner) {
    if (inner.getAnchor().isPresent()) {
      throw malformed(place(file, inner.getStartMark()), "anchors and aliases are not taken");
    }
    return new YamlNode(file, subject, innerKey, inner);
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

  boolean isList() {
    return node instanceof SequenceNode;
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
    return isList() ? list() : List.of(this);
  }

  public String text() {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    throw wrong("a text");
  }

  /** A value of a closed list. */
  public <W extends Word> W word(List<W> allowed) {
    String text = text();
    return Word.find(allowed, text).orElseThrow(() -> wrong("one of " + Word.list(allowed)));
  }

  public <W extends Word> List<W> words(List<W> allowed) {
    return listOrOne().stream().map(item -> item.word(allowed)).toList();
  }

  /** Values of a closed list, at least one of them. */
  public <W extends Word> List<W> someWords(List<W> allowed) {
    List<W> words = words(allowed);
    if (words.isEmpty()) {
      throw wrong("at least one of " + Word.list(allowed));
    }
    return words;
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

  /** An instant with its offset: without one it could be any of forty. */
  public Instant instant() {
    String text = text();
    if (INSTANT.matcher(text).matches()) {
      try {
        return OffsetDateTime.parse(text).toInstant();
      } catch (DateTimeException e) {
        throw wrong("a date and time that exist");
      }
    }
    throw wrong("a date and time with its offset, as 2026-03-04T23:59:59+05:30");
  }

  public LocalDate date() {
    try {
      return LocalDate.parse(text());
    } catch (DateTimeException e) {
      throw wrong("a date, as 2026-03-04");
    }
  }

  public ZoneId zone() {
    String text = text();
    if (!ZoneId.getAvailableZoneIds().contains(text)) {
      throw wrong("a zone of the tz database, as Asia/Kolkata");
    }
    return ZoneId.of(text);
  }

  public DayOfWeek dayOfWeek() {
    String text = text();
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().substring(0, 3).equals(text)) {
        return day;
      }
    }
    throw wrong("one of MON, TUE, WED, THU, FRI, SAT, SUN");
  }

  public Money money() {
    return Money.parse(text())
        .orElseThrow(() -> wrong("an amount and its currency, as \"49.00 INR\""));
  }

  public Malformed wrong(String allowed) {
    return new Malformed(
        PolicyRefusal.VALUE_WRONG.with(
            "place", place(), "key", key, "seen", seen(), "allowed", allowed));
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
