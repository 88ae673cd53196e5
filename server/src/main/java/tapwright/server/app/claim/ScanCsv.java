package tapwright.server.app.claim;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import tapwright.server.app.Answer;
import tapwright.server.app.AppRefusal;
import tapwright.server.app.Shown;

/** Scans as a table (RFC 4180). */
public final class ScanCsv {

  /** The columns, in any order; a table may leave cause out. */
  static final List<String> COLUMNS = List.of("scanId", "carrier", "cardId", "kind", "cause", "at");

  private static final List<String> NEEDED = List.of("scanId", "carrier", "cardId", "kind", "at");
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreEmptyLines(true)
          .setTrim(true)
          .get();

  private ScanCsv() {}

  /** The scans of the table, each to be checked further. */
  public static Answer<List<SentScan>> parse(String csv) {
    String text = csv.startsWith(BYTE_ORDER_MARK) ? csv.substring(1) : csv;
    try (CSVParser table = CSVParser.parse(new StringReader(text), FORMAT)) {
      List<String> columns = table.getHeaderNames();
      return columns.containsAll(NEEDED) && COLUMNS.containsAll(columns)
          ? scans(table)
          : Answer.refused(
              AppRefusal.CSV_COLUMNS.with(
                  "columns",
                  Shown.of(String.join(",", columns)),
                  "allowed",
                  String.join(",", COLUMNS) + ", of which cause may be left out"));
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      return unreadable(1, "the header cannot be read");
    }
  }

  private static Answer<List<SentScan>> scans(CSVParser table) {
    List<SentScan> scans = new ArrayList<>();
    try {
      for (CSVRecord row : table) {
        if (!row.isConsistent()) {
          return unreadable(
              table.getCurrentLineNumber(),
              "it has " + row.size() + " fields, not as many as the header");
        }
        if (scans.size() == TakeScans.LIMIT) {
          return Answer.refused(TakeScans.count("more than " + TakeScans.LIMIT));
        }
        scans.add(scan(row));
      }
    } catch (UncheckedIOException e) {
      return unreadable(table.getCurrentLineNumber(), "it breaks off, or a quote is not closed");
    }
    return Answer.done(scans);
  }

  private static SentScan scan(CSVRecord row) {
    return new SentScan(
        (int) row.getRecordNumber(),
        row.get("scanId"),
        row.get("carrier"),
        row.get("cardId"),
        row.get("kind"),
        row.isMapped("cause") ? row.get("cause") : "",
        row.get("at"));
  }

  private static Answer<List<SentScan>> unreadable(long line, String what) {
    return Answer.refused(AppRefusal.CSV_UNREADABLE.with("line", line, "what", what));
  }
}
