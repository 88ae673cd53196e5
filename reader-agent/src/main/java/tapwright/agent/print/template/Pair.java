package tapwright.agent.print.template;

import java.util.List;
import tapwright.core.yaml.YamlNode;

/**
 * Two numbers of a template, as a place or a size.
 *
 * @param first across, or the lesser
 * @param second down, or the larger
 */
record Pair(double first, double second) {

  static Pair of(YamlNode node, double least, double most) {
    List<YamlNode> both = node.list();
    if (both.size() != 2) {
      throw node.wrong("a list of two numbers");
    }
    return new Pair(both.get(0).number(least, most), both.get(1).number(least, most));
  }
}
