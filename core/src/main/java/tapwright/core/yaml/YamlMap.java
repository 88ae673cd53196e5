package tapwright.core.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/** A YAML mapping with each key once and none that its reader does not know. */
public final class YamlMap {

  private final YamlNode self;
  private final Map<String, YamlNode> entries;

  private YamlMap(YamlNode self, Map<String, YamlNode> entries) {
    this.self = self;
    this.entries = entries;
  }

  /** The mapping; where no keys are listed as allowed, any may stand. */
  static YamlMap of(YamlNode self, MappingNode mapping, List<String> allowed) {
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      YamlNode key = self.under("a key", tuple.getKeyNode());
      String name = key.text();
      if (!allowed.isEmpty() && !allowed.contains(name)) {
        throw unknown(key, allowed);
      }
      if (entries.put(name, self.under(name, tuple.getValueNode())) != null) {
        throw self.source()
            .refused(YamlFault.KEY_TWICE, "place", key.place(), "key", YamlNode.shortened(name));
      }
    }
    return new YamlMap(self, entries);
  }

  private static Malformed unknown(YamlNode key, List<String> allowed) {
    return key.source()
        .refused(
            YamlFault.KEY_UNKNOWN,
            "place",
            key.place(),
            "key",
            YamlNode.shortened(key.text()),
            "allowed",
            String.join(", ", allowed));
  }

  /** The same mapping, whose entries are said to belong to something. */
  public YamlMap ownedBy(String owner) {
    Map<String, YamlNode> owned = new LinkedHashMap<>();
    entries.forEach((key, value) -> owned.put(key, value.of(owner)));
    return new YamlMap(self.of(owner), owned);
  }

  /** Where the mapping starts. */
  public String place() {
    return self.place();
  }

  public Map<String, YamlNode> entries() {
    return entries;
  }

  public boolean has(String key) {
    return entries.containsKey(key);
  }

  public Optional<YamlNode> optional(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  public YamlNode required(String key) {
    YamlNode value = entries.get(key);
    if (value == null) {
      throw missing(key, "the key with a value");
    }
    return value;
  }

  /** The refusal of a mapping without a key that it must have. */
  public Malformed missing(String key, String allowed) {
    return self.source()
        .refused(
            YamlFault.KEY_MISSING,
            "place",
            self.place(),
            "owner",
            self.key(),
            "key",
            key,
            "allowed",
            allowed);
  }
}
