package tapwright.agent.main.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tapwright.agent.main.bench.encode.EncodeFigure;

/** Figures of encoding, for a terminal of 80 columns; chips that take the same share a row. */
final class EncodeTable {

  private static final String COLUMNS = "%-7s %-9s %5s %-9s %5s %5s %6s %5s %5s %6s %6s %s";

  /** What every chip's name here begins with. */
  private static final String FAMILY = "NTAG";

  private static final List<String> MEANING =
      List.of(
          "One row: a virtual chip on a kind of reader gets a message of so many bytes.",
          "  exch.   commands that reach the chip: to identify it, write and read back",
          "  writes  those of them that write a page; 0 where the message is there already",
          "  ms      from arrival to equal read-back, where the reader adds 0, 8 or 22 ms",
          "          to each exchange",
          "  floor   the fewest that a safe writer can take; known for blank chips alone",
          "215/216: both take the same, since no page but the message's is touched.",
          "");

  private EncodeTable() {}

  static List<String> lines(List<EncodeFigure> figures) {
    List<String> lines = new ArrayList<>(MEANING);
    lines.add(head());
    Map<String, String> chips = new LinkedHashMap<>();
    for (EncodeFigure figure : figures) {
      chips.merge(figuresOf(figure), chipOf(figure), (one, other) -> one + "/" + other);
    }
    chips.forEach((row, names) -> lines.add("%-7s %s".formatted(names, row)));
    return lines;
  }

  private static String head() {
    return COLUMNS
        .formatted(
            FAMILY,
            "reader",
            "bytes",
            "card was",
            "exch.",
            "floor",
            "writes",
            "0 ms",
            "floor",
            "8 ms",
            "22 ms",
            "")
        .stripTrailing();
  }

  private static String chipOf(EncodeFigure figure) {
    return figure.card().chip().name().replace(FAMILY, "");
  }

  /** The row without its chip. */
  private static String figuresOf(EncodeFigure figure) {
    String row =
        COLUMNS.formatted(
            "",
            figure.card().reader().label(),
            figure.card().bytes(),
            figure.card().start().name().toLowerCase(Locale.ROOT),
            figure.spent().exchanges(),
            orDash(figure.floor().exchanges(), "%d"),
            figure.spent().writes(),
            ms(figure.millis().get(0)),
            orDash(figure.floor().millis(), "%.1f"),
            ms(figure.millis().get(1)),
            ms(figure.millis().get(2)),
            figure.isMet() ? "" : "ABOVE THE FLOOR");
    return row.strip();
  }

  private static String orDash(@Nullable Object floor, String format) {
    return floor == null ? "-" : format.formatted(floor);
  }

  private static String ms(double millis) {
    return "%.1f".formatted(millis);
  }
}
