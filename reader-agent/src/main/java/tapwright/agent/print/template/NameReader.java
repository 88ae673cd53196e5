package tapwright.agent.print.template;

import java.util.List;
import java.util.Locale;
import tapwright.core.yaml.YamlNode;

/** Reads names of closed lists, in lower case and joined by hyphens. */
final class NameReader {

  private NameReader() {}

  static <E extends Enum<E>> E name(YamlNode node, Class<E> names) {
    return name(node, List.of(names.getEnumConstants()));
  }

  static <E extends Enum<E>> E name(YamlNode node, List<E> allowed) {
    return node.oneOf(allowed, NameReader::spelling);
  }

  private static String spelling(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
