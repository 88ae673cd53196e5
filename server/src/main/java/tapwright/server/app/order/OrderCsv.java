package tapwright.server.app.order;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import tapwright.core.wire.WireContact;
import tapwright.server.app.Answer;
import tapwright.server.app.AppRefusal;
import tapwright.server.app.Shown;

/** Orders as a table (RFC 4180) with the columns that a batch has too. */
public final class OrderCsv {

  /** The columns, in any order; name is the only one that a table must have besides order. */
  public static final List<String> COLUMNS =
      List.of("name", "title", "company", "phone", "email", "url", "order", "account", "pack");

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreEmptyLines(true)
          .setTrim(true)
          .get();

  private OrderCsv() {}

  /** The lines of the table, each to be checked further like any other line. */
  public static Answer<List<OrderLine>> parse(String csv) {
    String text = csv.startsWith(BYTE_ORDER_MARK) ? csv.substring(1) : csv;
    try (CSVParser table = CSVParser.parse(new StringReader(text), FORMAT)) {
      List<String> columns = table.getHeaderNames();
      if (!columns.contains("name") || !columns.contains("order") || !known(columns)) {
        return Answer.refused(
            AppRefusal.CSV_COLUMNS.with(
                "columns",
                Shown.of(String.join(",", columns)),
                "allowed",
                String.join(",", COLUMNS) + " with at least name and order"));
      }
      return lines(table);
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      return Answer.refused(
          AppRefusal.CSV_UNREADABLE.with("line", 1, "what", "the header cannot be read"));
    }
  }

  private static boolean known(List<String> columns) {
    return COLUMNS.containsAll(columns);
  }

  private static Answer<List<OrderLine>> lines(CSVParser table) {
    List<OrderLine> lines = new ArrayList<>();
    try {
      for (CSVRecord row : table) {
        if (!row.isConsistent()) {
          return unreadable(table, "it has " + row.size() + " fields, not as many as the header");
        }
        if (lines.size() == PlaceOrders.ROW_LIMIT) {
          return tooMany();
        }
        lines.add(line(row));
      }
    } catch (UncheckedIOException e) {
      String what =
          e.getCause() instanceof CSVException ? "a quote is not closed" : "it breaks off";
      return unreadable(table, what);
    }
    return Answer.done(lines);
  }

  /** They are not counted to the end: that would take what the limit is there to save. */
  private static Answer<List<OrderLine>> tooMany() {
    return Answer.refused(
        AppRefusal.ROW_COUNT.with(
            "seen", "more than " + PlaceOrders.ROW_LIMIT, "allowed", PlaceOrders.ROW_LIMIT));
  }

  private static Answer<List<OrderLine>> unreadable(CSVParser table, String what) {
    return Answer.refused(
        AppRefusal.CSV_UNREADABLE.with("line", table.getCurrentLineNumber(), "what", what));
  }

  private static OrderLine line(CSVRecord row) {
    return new OrderLine(
        (int) row.getRecordNumber(),
        field(row, "order"),
        field(row, "account"),
        field(row, "pack"),
        new WireContact(
            field(row, "name"),
            field(row, "title"),
            field(row, "company"),
            field(row, "phone"),
            field(row, "email"),
            field(row, "url")),
        "",
        ChipOrder.USUAL,
        Map.of());
  }

  private static String field(CSVRecord row, String column) {
    return row.isMapped(column) ? row.get(column) : "";
  }
}
