package tapwright.server.store.upkeep.move;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tapwright.server.store.upkeep.Session;

/** Tables in an order in which each comes after those whose rows it names. */
final class TableOrder {

  private TableOrder() {}

  /** The tables so ordered, by the foreign keys of a PostgreSQL record. */
  static List<String> of(Session session, List<String> tables) {
    Map<String, Set<String>> named = new HashMap<>();
    session.each(
        "SELECT DISTINCT c.conrelid::regclass::text, c.confrelid::regclass::text"
            + " FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace"
            + " WHERE c.contype = 'f' AND n.nspname = current_schema()",
        row ->
            named
                .computeIfAbsent(row.getString(1), table -> new HashSet<>())
                .add(row.getString(2)));
    return ordered(tables, named);
  }

  /** A table that names its own rows may come when all others that it names have come. */
  static List<String> ordered(List<String> tables, Map<String, Set<String>> named) {
    List<String> left = new ArrayList<>(tables);
    List<String> order = new ArrayList<>();
    while (!left.isEmpty()) {
      String next =
          left.stream()
              .filter(
                  table ->
                      named.getOrDefault(table, Set.of()).stream()
                          .noneMatch(other -> !other.equals(table) && left.contains(other)))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("tables name each other: " + left));
      left.remove(next);
      order.add(next);
    }
    return order;
  }
}
