package tapwright.agent.station.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Texts of a table that name people: encrypted while they are needed, emptied when they are not.
 *
 * @param table which
 * @param boundTo the column whose value they are encrypted for
 * @param columns where they stand
 */
record PersonalTexts(String table, String boundTo, List<String> columns) {

  PersonalTexts {
    columns = List.copyOf(columns);
  }

  /** The table may be changed in one way alone: texts may be emptied. */
  void allowPruning(Sql sql) {
    sql.run("making its tables", "drop trigger no_update_of_" + table);
    sql.run(
        "making its tables",
        "create trigger no_update_of_%s before update on %s when not (%s)"
                .formatted(table, table, onlyEmptied(sql))
            + " begin select raise(abort, 'the journal only grows'); end");
  }

  private String onlyEmptied(Sql sql) {
    return sql
        .rows(
            "making its tables",
            "select name from pragma_table_info(?)",
            results -> results.getString(1),
            table)
        .stream()
        .map(column -> columns.contains(column) ? emptied(column) : unchanged(column))
        .collect(Collectors.joining(" and "));
  }

  private static String emptied(String column) {
    return "(new.%s = '' or new.%s is old.%s)".formatted(column, column, column);
  }

  private static String unchanged(String column) {
    return "new.%s is old.%s".formatted(column, column);
  }

  /** Encrypts what an earlier layout holds in the clear; the table may be pruned from then on. */
  void sealAll(Sql sql, ContentSeal seal) {
    sql.run("encrypting it", "drop trigger no_update_of_" + table);
    for (Row row : rows(sql)) {
      for (int i = 0; i < columns.size(); i++) {
        seal(sql, seal, row, i);
      }
    }
    JournalTables.protect(sql, table, "update");
    allowPruning(sql);
  }

  private void seal(Sql sql, ContentSeal seal, Row row, int column) {
    String text = row.texts.get(column);
    if (!text.isEmpty()) {
      sql.run(
          "encrypting it",
          "update %s set %s = ? where rowid = ?".formatted(table, columns.get(column)),
          seal.resealed(text, row.owner),
          row.number);
    }
  }

  private List<Row> rows(Sql sql) {
    return sql.rows(
        "encrypting it",
        "select rowid, %s, %s from %s".formatted(boundTo, String.join(", ", columns), table),
        results -> {
          List<String> texts = new ArrayList<>();
          for (String column : columns) {
            texts.add(orEmpty(results.getString(column)));
          }
          return new Row(results.getLong(1), String.valueOf(results.getString(2)), texts);
        });
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private record Row(long number, String owner, List<String> texts) {}
}
