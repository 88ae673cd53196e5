package tapwright.server.store.upkeep.audit;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tapwright.server.store.upkeep.Session;

/** PostgreSQL's foreign keys, as its catalogue lists them. */
final class ForeignKeys {

  /** Those of a partition are its table's. */
  private static final String ALL =
      """
      SELECT c.conrelid::regclass::text, c.confrelid::regclass::text,
        (SELECT string_agg(a.attname, ',' ORDER BY k.place)
          FROM unnest(c.conkey) WITH ORDINALITY AS k (num, place)
          JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.num),
        (SELECT string_agg(a.attname, ',' ORDER BY k.place)
          FROM unnest(c.confkey) WITH ORDINALITY AS k (num, place)
          JOIN pg_attribute a ON a.attrelid = c.confrelid AND a.attnum = k.num)
      FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace
      WHERE n.nspname = current_schema() AND c.contype = 'f' AND c.conparentid = 0
      ORDER BY c.conname
      """;

  private ForeignKeys() {}

  static List<Key> of(Session session) {
    return session.list(
        ALL,
        row ->
            new Key(
                row.getString(1),
                row.getString(2),
                List.of(row.getString(3).split(",", -1)),
                List.of(row.getString(4).split(",", -1))));
  }

  /**
   * A foreign key.
   *
   * @param columns of the table, which name a row of the other
   * @param keys of the other table, in the same order
   */
  record Key(String table, String other, List<String> columns, List<String> keys) {

    /** Gives what rows name that is not there; a row with a NULL names nothing. */
    String danglingRows() {
      return ("SELECT DISTINCT %s FROM %s AS named WHERE %s"
              + " AND NOT EXISTS (SELECT 1 FROM %s AS there WHERE %s)")
          .formatted(
              columns.stream().map(one -> "named." + one).collect(Collectors.joining(", ")),
              table,
              columns.stream()
                  .map(one -> "named." + one + " IS NOT NULL")
                  .collect(Collectors.joining(" AND ")),
              other,
              IntStream.range(0, columns.size())
                  .mapToObj(i -> "there." + keys.get(i) + " = named." + columns.get(i))
                  .collect(Collectors.joining(" AND ")));
    }
  }
}
