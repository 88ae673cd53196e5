package tapwright.agent.print.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/** The keys of a mapping, each once. */
final class YamlKeys {

  private final YamlValue self;
  private final Map<String, YamlValue> keyPlaces = new LinkedHashMap<>();
  private final Map<String, YamlValue> values = new LinkedHashMap<>();

  private YamlKeys(YamlValue self) {
    this.self = self;
  }

  static YamlKeys of(YamlValue self, MappingNode mapping) {
    YamlKeys keys = new YamlKeys(self);
    for (NodeTuple tuple : mapping.getValue()) {
      keys.add(self.under("a key", tuple.getKeyNode()), tuple);
    }
    return keys;
  }

  private void add(YamlValue key, NodeTuple tuple) {
    String name = key.text();
    if (keyPlaces.put(name, key) != null) {
      throw new Malformed(
          TemplateRefusal.KEY_TWICE.with("place", key.place(), "seen", YamlValue.start(name)));
    }
    values.put(name, self.under(name, tuple.getValueNode()));
  }

  /** The same, unless there is a key that is not one of these. */
  YamlKeys only(List<String> allowed) {
    keyPlaces.forEach(
        (name, key) -> {
          if (!allowed.contains(name)) {
            throw new Malformed(
                TemplateRefusal.KEY_UNKNOWN.with(
                    "place", key.place(),
                    "seen", YamlValue.start(name),
                    "allowed", String.join(", ", allowed)));
          }
        });
    return this;
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  String place() {
    return self.place();
  }

  Optional<YamlValue> optional(String name) {
    return Optional.ofNullable(values.get(name));
  }

  YamlValue required(String name) {
    YamlValue value = values.get(name);
    if (value == null) {
      throw missing(name, "the key with a value");
    }
    return value;
  }

  Malformed missing(String name, String allowed) {
    return new Malformed(
        TemplateRefusal.KEY_MISSING.with("place", place(), "seen", name, "allowed", allowed));
  }
}
