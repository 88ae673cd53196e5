package tapwright.server.app.order;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import tapwright.server.app.Answer;
import tapwright.server.app.AppRefusal;
import tapwright.server.app.Shown;

/**
 * A form of table (RFC 4180) with a line of headers.
 *
 * @param columns those that it may have, in any order
 * @param needed those that it must have
 */
record CsvTable(List<String> columns, List<String> needed) {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreEmptyLines(true)
          .setTrim(true)
          .get();

  CsvTable {
    columns = List.copyOf(columns);
    needed = List.copyOf(needed);
  }

  /** One row below the headers. */
  record Row(CSVRecord row) {

    /** From 1 on. */
    int number() {
      return (int) row.getRecordNumber();
    }

    /** Empty where the table has no such column. */
    String field(String column) {
      return row.isMapped(column) ? row.get(column) : "";
    }
  }

  /** What is made of the rows; or why the text is no such table. */
  <T> Answer<List<T>> parse(String csv, Function<Row, T> line) {
    String text = csv.startsWith(BYTE_ORDER_MARK) ? csv.substring(1) : csv;
    try (CSVParser table = CSVParser.parse(new StringReader(text), FORMAT)) {
      List<String> seen = table.getHeaderNames();
      if (!seen.containsAll(needed) || !columns.containsAll(seen)) {
        return Answer.refused(
            AppRefusal.CSV_COLUMNS.with(
                "columns",
                Shown.of(String.join(",", seen)),
                "allowed",
                String.join(",", columns) + " with at least " + String.join(" and ", needed)));
      }
      return lines(table, line);
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      return Answer.refused(
          AppRefusal.CSV_UNREADABLE.with("line", 1, "what", "the header cannot be read"));
    }
  }

  private static <T> Answer<List<T>> lines(CSVParser table, Function<Row, T> line) {
    List<T> lines = new ArrayList<>();
    try {
      for (CSVRecord row : table) {
        if (!row.isConsistent()) {
          return unreadable(table, "it has " + row.size() + " fields, not as many as the header");
        }
        if (lines.size() == PlaceOrders.ROW_LIMIT) {
          return tooMany();
        }
        lines.add(line.apply(new Row(row)));
      }
    } catch (UncheckedIOException e) {
      String what =
          e.getCause() instanceof CSVException ? "a quote is not closed" : "it breaks off";
      return unreadable(table, what);
    }
    return Answer.done(lines);
  }

  /** They are not counted to the end: that would take what the limit is there to save. */
  private static <T> Answer<List<T>> tooMany() {
    return Answer.refused(
        AppRefusal.ROW_COUNT.with(
            "seen", "more than " + PlaceOrders.ROW_LIMIT, "allowed", PlaceOrders.ROW_LIMIT));
  }

  private static <T> Answer<List<T>> unreadable(CSVParser table, String what) {
    return Answer.refused(
        AppRefusal.CSV_UNREADABLE.with("line", table.getCurrentLineNumber(), "what", what));
  }
}
