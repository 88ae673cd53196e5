package tapwright.server.store.upkeep.move;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import tapwright.server.store.upkeep.Progress;
import tapwright.server.store.upkeep.Session;

/** Takes one table from an embedded record to PostgreSQL, row by row through COPY. */
final class TableCopy {

  private final Session from;
  private final Session to;
  private final Progress progress;

  TableCopy(Session from, Session to, Progress progress) {
    this.from = from;
    this.to = to;
    this.progress = progress;
  }

  /** Copies the rows and reads them back. */
  MovedTable copy(String table) {
    List<String> columns = columns(table);
    TableSum sent = send(table, columns);
    TableSum there = new TableSum();
    to.each(select(table, columns), row -> there.add(RowText.of(row, columns.size())));
    progress.at("rows of " + table + " moved", sent.rows());
    return new MovedTable(table, sent.rows(), sent.toString(), there.toString());
  }

  /** Both engines have the same columns by name; the order may be another. */
  private List<String> columns(String table) {
    return from.list(
        "SELECT name FROM pragma_table_info(?) ORDER BY name", row -> row.getString(1), table);
  }

  private static String select(String table, List<String> columns) {
    return "SELECT " + String.join(", ", columns) + " FROM " + table;
  }

  private TableSum send(String table, List<String> columns) {
    TableSum sum = new TableSum();
    String copy = "COPY " + table + " (" + String.join(", ", columns) + ") FROM STDIN";
    try {
      CopyIn copying = to.connection().unwrap(PGConnection.class).getCopyAPI().copyIn(copy);
      from.each(
          select(table, columns),
          row -> {
            String text = RowText.of(row, columns.size());
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            copying.writeToCopy(bytes, 0, bytes.length);
            sum.add(text);
            if (sum.rows() % Progress.STEP == 0) {
              progress.at("rows of " + table + " sent", sum.rows());
            }
          });
      copying.endCopy();
      return sum;
    } catch (SQLException e) {
      throw Session.failed(copy, e);
    }
  }
}
