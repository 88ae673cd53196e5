package tapwright.server.store.upkeep.audit;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What can be said of one thing, by the names of what is said; empty texts say nothing. */
final class Figures {

  private final Map<String, String> values = new TreeMap<>();

  void put(String name, Object value) {
    if (value.toString().isEmpty()) {
      values.remove(name);
    } else {
      values.put(name, value.toString());
    }
  }

  /**
   * Compares what is kept with what was told.
   *
   * @param where what they are about
   */
  static void compare(Figures kept, Figures told, String where, Findings findings) {
    TreeSet<String> names = new TreeSet<>(kept.values.keySet());
    names.addAll(told.values.keySet());
    for (String name : names) {
      String here = kept.values.getOrDefault(name, "nothing");
      String there = told.values.getOrDefault(name, "nothing");
      if (here.equals(there)) {
        findings.inOrder();
      } else {
        findings.differs(
            "%s, %s: %s, not %s as its entries tell".formatted(where, name, here, there));
      }
    }
  }
}
