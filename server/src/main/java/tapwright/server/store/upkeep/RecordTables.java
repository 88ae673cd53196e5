package tapwright.server.store.upkeep;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tapwright.server.store.schema.Schema;

/** The tables that a record consists of; those of the migrations and of a move are none of them. */
public final class RecordTables {

  private static final String MIGRATIONS = "flyway_schema_history";

  private RecordTables() {}

  /** Their names, in order. */
  public static List<String> names(Session session) {
    return all(session).stream()
        .filter(name -> !name.equals(MIGRATIONS) && !name.equals(Schema.HALF_MOVED))
        .toList();
  }

  /** Every table that is there, whosever it is; partitions are parts of theirs. */
  public static List<String> all(Session session) {
    return session.list(
        switch (session.engine()) {
          case SQLITE ->
              "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
                  + " ORDER BY name";
          case POSTGRESQL ->
              "SELECT relname FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace"
                  + " WHERE nspname = current_schema() AND relkind IN ('r', 'p')"
                  + " AND NOT relispartition ORDER BY relname";
        },
        row -> row.getString(1));
  }

  /** How many rows each has. */
  public static SortedMap<String, Long> counts(Session session) {
    SortedMap<String, Long> counts = new TreeMap<>();
    for (String table : names(session)) {
      counts.put(table, session.number("SELECT count(*) FROM " + table));
    }
    return counts;
  }
}
