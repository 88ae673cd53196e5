package tapwright.core.policy.calendar;

import java.util.List;
import tapwright.core.policy.Word;
import tapwright.core.policy.text.WordReader;
import tapwright.core.yaml.YamlMap;
import tapwright.core.yaml.YamlNode;

/** Reads lengths of time with the rules by which they are counted. */
public final class SpanReader {

  private SpanReader() {}

  /** A span before an event, whose own day never counts and whose last day counts whole. */
  public static Span before(YamlNode node, YamlMap map) {
    map.optional("first").ifPresent(SpanReader::refuseDayRule);
    map.optional("last").ifPresent(SpanReader::refuseDayRule);
    Unit unit = unit(node, map);
    int count = (int) map.required(unit.word()).whole(1, Span.MOST);
    return new Span(unit, count, FirstDay.EXCLUDED, LastDay.END_OF_DAY);
  }

  private static Unit unit(YamlNode node, YamlMap map) {
    List<Unit> named =
        List.of(Unit.values()).stream()
            .filter(unit -> map.optional(unit.word()).isPresent())
            .toList();
    if (named.size() != 1) {
      throw node.wrong("exactly one of " + Word.list(List.of(Unit.values())));
    }
    return named.getFirst();
  }

  /** A span that starts with something. */
  public static Span from(YamlNode node, YamlMap map) {
    Unit unit = unit(node, map);
    int count = (int) map.required(unit.word()).whole(1, Span.MOST);
    if (unit == Unit.HOURS) {
      map.optional("first").ifPresent(SpanReader::refuseDayRule);
      map.optional("last").ifPresent(SpanReader::refuseDayRule);
      return new Span(unit, count, FirstDay.EXCLUDED, LastDay.END_OF_DAY);
    }
    return new Span(
        unit,
        count,
        WordReader.word(map.required("first"), List.of(FirstDay.values())),
        WordReader.word(map.required("last"), List.of(LastDay.values())));
  }

  private static void refuseDayRule(YamlNode rule) {
    throw rule.wrong(
        "no such rule: hours have no first and last day, and before an event it is fixed");
  }
}
