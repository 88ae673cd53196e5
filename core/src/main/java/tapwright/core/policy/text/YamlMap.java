package tapwright.core.policy.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import tapwright.core.policy.PolicyRefusal;

/** A YAML mapping with each key once and none that its reader does not know. */
public final class YamlMap {

  private final YamlNode self;
  private final Map<String, YamlNode> entries;
  private final List<String> allowed;

  private YamlMap(YamlNode self, Map<String, YamlNode> entries, List<String> allowed) {
    this.self = self;
    this.entries = entries;
    this.allowed = allowed;
  }

  /** The mapping; where no keys are listed as allowed, any may stand. */
  static YamlMap of(YamlNode self, MappingNode mapping, List<String> allowed) {
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      YamlNode keyNode = self.under("a key", tuple.getKeyNode());
      String key = keyNode.text();
      if (!allowed.isEmpty() && !allowed.contains(key)) {
        throw new Malformed(
            PolicyRefusal.KEY_UNKNOWN.with(
                "place", keyNode.place(),
                "key", YamlNode.shortened(key),
                "allowed", String.join(", ", allowed)));
      }
      if (entries.put(key, self.under(key, tuple.getValueNode())) != null) {
        throw new Malformed(
            PolicyRefusal.KEY_TWICE.with("place", keyNode.place(), "key", YamlNode.shortened(key)));
      }
    }
    return new YamlMap(self, entries, allowed);
  }

  /** The same mapping, whose entries are said to belong to something. */
  public YamlMap ownedBy(String owner) {
    Map<String, YamlNode> owned = new LinkedHashMap<>();
    entries.forEach((key, value) -> owned.put(key, value.of(owner)));
    return new YamlMap(self.of(owner), owned, allowed);
  }

  public Map<String, YamlNode> entries() {
    return entries;
  }

  public Optional<YamlNode> optional(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  public YamlNode required(String key) {
    YamlNode value = entries.get(key);
    if (value == null) {
      throw new Malformed(
          PolicyRefusal.KEY_MISSING.with("place", self.place(), "owner", self.key(), "key", key));
    }
    return value;
  }
}
