package tapwright.agent.station.batch;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import tapwright.agent.station.StationRefusal;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.ndef.Contact;
import tapwright.core.ndef.Link;

/**
 * Reads a batch: CSV as RFC 4180 has it, in UTF-8, with commas or, as spreadsheets of some
 * countries write it, semicolons.
 */
final class BatchReader {

  /** A shift's work many times over, and small enough to be held in memory. */
  private static final int MAX_ROWS = 10_000;

  private static final int MAX_BYTES = 8 * 1024 * 1024;

  /** Where commons-csv says the fault is: in a line, or from a line on. */
  private static final Pattern PLACE = Pattern.compile("\\((start)?line (\\d+)\\)");

  private static final Bytes BYTE_ORDER_MARK = Bytes.ofHex("EFBBBF");

  private static final Pattern ORDER = Pattern.compile("[\\p{L}\\p{N} #._/:-]{0,64}");
  private static final String ORDER_ALLOWED = "up to 64 letters, digits, spaces and # . _ / : -";

  private static final Pattern PACK = Pattern.compile("([a-z0-9-]{1,64}(@[0-9.]{1,16})?)?");
  private static final String PACK_ALLOWED = "a pack as id or id@version, or nothing";

  private final String name;
  private final Bytes file;
  private final List<Refusal> refusals = new ArrayList<>();
  private final List<BatchRow> rows = new ArrayList<>();
  private final Map<List<String>, Integer> linesSeen = new HashMap<>();
  private final Map<BatchColumn, Integer> places = new EnumMap<>(BatchColumn.class);

  BatchReader(String name, Bytes file) {
    this.name = name;
    this.file = file;
  }

  BatchFile.Reading read() {
    if (file.size() > MAX_BYTES) {
      return faulty(tooLarge(file.size(), "bytes", MAX_BYTES));
    }
    return switch (text()) {
      case Checked.Refused<String>(Refusal refusal) -> faulty(refusal);
      case Checked.Passed<String>(String text) -> read(text);
    };
  }

  private BatchFile.Reading read(String text) {
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format(text))) {
      readRecords(parser, new LineCount(text));
    } catch (UncheckedIOException | IOException e) {
      refusals.add(StationRefusal.BATCH_SYNTAX.with("seen", broken(e)));
    }
    if (refusals.isEmpty() && rows.isEmpty()) {
      refusals.add(StationRefusal.BATCH_EMPTY.with());
    }
    return refusals.isEmpty()
        ? new BatchFile.Reading.Sound(new BatchFile(name, file.sha256(), rows))
        : new BatchFile.Reading.Faulty(List.copyOf(refusals));
  }

  /** The parser names the line in its own words, which are no one else's. */
  private static String broken(Exception thrown) {
    Matcher place = PLACE.matcher(String.valueOf(thrown.getMessage()));
    if (!place.find()) {
      return "a quote is broken";
    }
    return place.group(1) == null
        ? "line " + place.group(2) + " has a quote that is not alone around its value"
        : "the quote that opens in line " + place.group(2) + " never closes";
  }

  private void readRecords(CSVParser parser, LineCount lines) {
    int columns = 0;
    for (CSVRecord record : parser) {
      if (columns == 0) {
        columns = record.size();
        readHeader(record);
        if (!refusals.isEmpty()) {
          return;
        }
      } else if (rows.size() == MAX_ROWS) {
        refusals.add(tooLarge(MAX_ROWS + 1L, "rows or more", MAX_ROWS));
        return;
      } else {
        readRow(record, lines.at(record.getCharacterPosition()), columns);
      }
    }
  }

  private void readHeader(CSVRecord record) {
    for (int i = 0; i < record.size(); i++) {
      Optional<BatchColumn> column = BatchColumn.ofHeader(record.get(i));
      if (column.isEmpty()) {
        header(record.get(i), "not known");
      } else if (places.put(column.get(), i) != null) {
        header(column.get().header(), "there twice");
      }
    }
    for (BatchColumn column : BatchColumn.values()) {
      if (column.isRequired() && !places.containsKey(column)) {
        header(column.header(), "missing");
      }
    }
  }

  private void readRow(CSVRecord record, int line, int columns) {
    if (record.size() != columns) {
      refusals.add(
          StationRefusal.BATCH_WIDTH.with("line", line, "seen", record.size(), "allowed", columns));
      return;
    }
    Integer before = linesSeen.putIfAbsent(record.toList(), line);
    if (before != null) {
      refusals.add(StationRefusal.BATCH_DUPLICATE.with("line", line, "seen", before));
      return;
    }
    switch (row(record, line)) {
      case Checked.Passed<BatchRow>(BatchRow row) -> rows.add(row);
      case Checked.Refused<BatchRow>(Refusal refusal) ->
          refusals.add(StationRefusal.BATCH_VALUE.with("line", line, "problem", refusal.message()));
    }
  }

  /** The first fault counts, in the order link, contact, order, pack. */
  private Checked<BatchRow> row(CSVRecord record, int line) {
    return Link.of("url", value(record, BatchColumn.URL))
        .then(
            link ->
                contact(record)
                    .then(
                        contact ->
                            plain(record, BatchColumn.ORDER, ORDER, ORDER_ALLOWED)
                                .then(
                                    order ->
                                        plain(record, BatchColumn.PACK, PACK, PACK_ALLOWED)
                                            .map(
                                                pack ->
                                                    new BatchRow(
                                                        line, contact, link, order, pack)))));
  }

  private Checked<Contact> contact(CSVRecord record) {
    return Contact.of(
        value(record, BatchColumn.NAME),
        value(record, BatchColumn.TITLE),
        value(record, BatchColumn.COMPANY),
        value(record, BatchColumn.PHONE),
        value(record, BatchColumn.EMAIL),
        "");
  }

  private Checked<String> plain(
      CSVRecord record, BatchColumn column, Pattern form, String allowed) {
    String value = value(record, column).strip();
    return form.matcher(value).matches()
        ? Checked.passed(value)
        : Checked.refused(
            StationRefusal.BATCH_FIELD.with(
                "field", column.header(), "seen", value, "allowed", allowed));
  }

  private String value(CSVRecord record, BatchColumn column) {
    Integer place = places.get(column);
    return place == null ? "" : record.get(place);
  }

  private void header(String seen, String fault) {
    refusals.add(
        StationRefusal.BATCH_HEADER.with(
            "seen", seen, "fault", fault, "allowed", BatchColumn.headers()));
  }

  private Checked<String> text() {
    Bytes marked = file.slice(0, Math.min(BYTE_ORDER_MARK.size(), file.size()));
    int start = marked.equals(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.size() : 0;
    ByteBuffer bytes = ByteBuffer.wrap(file.sliceFrom(start).toArray());
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    try {
      return Checked.passed(decoder.decode(bytes).toString());
    } catch (CharacterCodingException e) {
      return Checked.refused(
          StationRefusal.BATCH_NOT_UTF8.with("line", lineOf(start + bytes.position())));
    }
  }

  private long lineOf(int end) {
    long line = 1;
    for (int i = 0; i < end; i++) {
      line += file.at(i) == '\n' ? 1 : 0;
    }
    return line;
  }

  private static CSVFormat format(String text) {
    String header = text.lines().findFirst().orElse("");
    boolean semicolons = header.indexOf(';') >= 0 && header.indexOf(',') < 0;
    return CSVFormat.RFC4180
        .builder()
        .setDelimiter(semicolons ? ';' : ',')
        .setIgnoreEmptyLines(true)
        .get();
  }

  private static Refusal tooLarge(long seen, String unit, int allowed) {
    return StationRefusal.BATCH_TOO_LARGE.with("seen", seen, "unit", unit, "allowed", allowed);
  }

  private static BatchFile.Reading faulty(Refusal refusal) {
    return new BatchFile.Reading.Faulty(List.of(refusal));
  }

  /** Lines of a text, counted forward only. */
  private static final class LineCount {

    private final String text;
    private int line = 1;
    private int at;

    LineCount(String text) {
      this.text = text;
    }

    /** The line of the record at the position; empty lines before it are not part of it. */
    int at(long position) {
      while (at < position || text.charAt(at) == '\n' || text.charAt(at) == '\r') {
        line += text.charAt(at) == '\n' ? 1 : 0;
        at++;
      }
      return line;
    }
  }
}
