package tapwright.agent.main.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tapwright.agent.main.bench.pcscd.WriterComparison;
import tapwright.agent.main.bench.pcscd.WriterFigure;

/** Figures of two programs that wrote the same, for a terminal of 80 columns. */
final class WriterTable {

  private static final String COLUMNS = "%-7s %-7s %5s %-9s %5s %6s %6s %7s %5s %s";

  private WriterTable() {}

  static List<String> lines(@Nullable NfcPcscBeside beside) {
    if (beside == null) {
      return List.of();
    }
    if (beside.notMeasured() != null) {
      return List.of("", beside.of() + " was not measured: " + beside.notMeasured());
    }
    List<String> lines = new ArrayList<>(head(beside));
    beside.figures().forEach(figure -> lines.add(line(figure)));
    return lines;
  }

  private static List<String> head(NfcPcscBeside beside) {
    return List.of(
        "",
        "beside " + beside.of() + ": same bytes, same reader of one pcscd, blank cards;",
        "exchanges with the reader, frames and writes with the card; ms from the first",
        "command to the last answer, the middle of %d cards; wrong: after so many of the"
            .formatted(WriterComparison.CARDS),
        "writes a card that is lifted shows another message",
        COLUMNS.formatted(
            "chip",
            "reader",
            "bytes",
            "writer",
            "exch.",
            "frames",
            "writes",
            "ms",
            "wrong",
            "read back"));
  }

  private static String line(WriterFigure figure) {
    return String.format(
        Locale.ROOT,
        COLUMNS,
        figure.card().chip(),
        figure.card().reader().label(),
        figure.card().bytes(),
        figure.writer(),
        figure.spent().exchanges(),
        figure.spent().frames(),
        figure.spent().writes(),
        "%.1f".formatted(figure.millis()),
        figure.safety().wrongMoments(),
        readBack(figure.safety()));
  }

  /** Its own word, and ours where that differs. */
  private static String readBack(WriterFigure.Safety safety) {
    String said = safety.readBackEqual() ? "equal" : "DIFFERS";
    return safety.readBackEqual() == safety.cardEqual() ? said : said + ", NOT SO";
  }
}
