package tapwright.server.main.scenario;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tapwright.core.yaml.YamlMap;
import tapwright.core.yaml.YamlNode;
import tapwright.server.record.access.Role;

/** Reads the steps of a story; which one it is, its keys say. */
final class StepReader {

  private static final List<String> KEYS =
      List.of(
          "tell", "as", "send", "body", "csv", "twice", "status", "expect", "keep", "make", "tap",
          "link", "times", "leads", "shows", "wait", "until");

  private static final String NOBODY = "nobody";
  private static final int MOST_TAPS = 1_000;
  private static final Pattern REQUEST = Pattern.compile("(GET|POST|PUT|DELETE|PATCH) (/\\S*)");
  private static final Pattern POINTER = Pattern.compile("(/[^/~]*)+");
  private static final Pattern TIME = Pattern.compile(Span.FORM);

  private StepReader() {}

  static Step step(YamlNode node) {
    YamlMap map = node.map(KEYS);
    String tells = map.required("tell").text();
    if (map.has("make")) {
      return make(map, tells);
    }
    if (map.has("tap")) {
      return tap(map, tells);
    }
    if (map.has("wait")) {
      return new Step.Pass(tells, map.place(), time(map.required("wait")));
    }
    if (map.has("until")) {
      return new Step.PassUntil(tells, map.place(), ScenarioReader.instant(map.required("until")));
    }
    if (map.has("send")) {
      return send(map, tells);
    }
    throw map.missing("send", "send, make, tap, wait or until");
  }

  private static Step make(YamlMap map, String tells) {
    if (!map.required("make").truth()) {
      throw map.required("make").wrong("true");
    }
    return new Step.Make(tells, map.place());
  }

  private static Step tap(YamlMap map, String tells) {
    return new Step.Tap(
        tells,
        map.place(),
        map.required("tap").text(),
        map.optional("link").map(StepReader::link).orElse(Step.Link.CHIP),
        map.optional("times").map(node -> (int) node.whole(1, MOST_TAPS)).orElse(1),
        new Step.Seen(status(map), text(map, "leads"), text(map, "shows")));
  }

  private static Step send(YamlMap map, String tells) {
    YamlNode node = map.required("send");
    Matcher request = REQUEST.matcher(node.text());
    if (!request.matches()) {
      throw node.wrong("a method and a path, as POST /api/v1/orders");
    }
    String type = map.has("csv") ? "text/csv" : "application/json";
    String body = map.optional("csv").or(() -> map.optional("body")).map(YamlNode::text).orElse("");
    boolean twice = map.optional("twice").map(YamlNode::truth).orElse(false);
    return new Step.Send(
        tells,
        map.place(),
        map.optional("as").map(StepReader::role).orElse(Optional.of(Role.SHOP)),
        new Step.Request(request.group(1), request.group(2), type, body, twice),
        new Step.Answer(status(map), expected(map), kept(map)));
  }

  private static Step.Link link(YamlNode node) {
    return node.oneOf(List.of(Step.Link.values()), link -> link.name().toLowerCase(Locale.ROOT));
  }

  private static String text(YamlMap map, String key) {
    return map.optional(key).map(YamlNode::text).orElse("");
  }

  private static Optional<Integer> status(YamlMap map) {
    return map.optional("status").map(node -> (int) node.whole(200, 599));
  }

  private static Optional<Role> role(YamlNode node) {
    return node.text().equals(NOBODY)
        ? Optional.empty()
        : Optional.of(
            node.oneOf(List.of(Role.values()), role -> role.name().toLowerCase(Locale.ROOT)));
  }

  private static Map<Place, String> expected(YamlMap map) {
    Map<Place, String> expected = new LinkedHashMap<>();
    map.optional("expect")
        .ifPresent(
            node ->
                node.names()
                    .entries()
                    .forEach((key, value) -> expected.put(place(value, key), value.text())));
    return expected;
  }

  private static Map<String, Place> kept(YamlMap map) {
    Map<String, Place> kept = new LinkedHashMap<>();
    map.optional("keep")
        .ifPresent(
            node ->
                node.names()
                    .entries()
                    .forEach((key, value) -> kept.put(key, place(value, value.text()))));
    return kept;
  }

  private static Place place(YamlNode node, String pointer) {
    if (!POINTER.matcher(pointer).matches()) {
      throw node.keyed("the pointer " + pointer).wrong("a JSON pointer, as /cards/0/cardId");
    }
    return new Place(pointer);
  }

  private static Duration time(YamlNode node) {
    Matcher time = TIME.matcher(node.text());
    if (!time.matches()) {
      throw node.wrong("a number with s, m, h or d, as 7d");
    }
    return Span.of(time.group(1), time.group(2));
  }
}
