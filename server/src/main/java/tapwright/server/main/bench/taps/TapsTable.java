package tapwright.server.main.bench.taps;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import tapwright.server.main.bench.load.TapLoad;

/** A report in lines of at most 80 columns. */
public final class TapsTable {

  private final TapsReport report;

  private TapsTable(TapsReport report) {
    this.report = report;
  }

  /** The figures load by load, then the bars, then whether the record fits the answers. */
  public static List<String> lines(TapsReport report) {
    TapsTable table = new TapsTable(report);
    List<String> lines = new ArrayList<>();
    table.figures(lines);
    table.bars(lines);
    table.exactness(lines);
    lines.addAll(report.notes());
    report
        .profiles()
        .forEach(
            (row, profile) -> {
              lines.add("");
              lines.add("time on a core, " + row.label());
              lines.addAll(profile.lines());
            });
    return lines;
  }

  private void figures(List<String> lines) {
    lines.add(
        String.format(
            Locale.ROOT,
            "%-26s%10s %8s %8s %8s %8s",
            "",
            "answers/s",
            "p50 ms",
            "p99 ms",
            "core us",
            "of bare"));
    TapLoad last = null;
    for (TapFigure figure : report.figures()) {
      if (!figure.load().equals(last)) {
        last = figure.load();
        lines.add(last.label());
      }
      lines.add(line(figure));
    }
  }

  private String line(TapFigure figure) {
    return String.format(
        Locale.ROOT,
        "  %-24s%,10d %8.2f %8.2f %8.1f %8s",
        figure.row().label(),
        Math.round(figure.perSecond()),
        figure.p50Millis(),
        figure.p99Millis(),
        figure.coreMicros(),
        ratio(report.ratio(figure.row(), TapRow.BARE, figure.load())));
  }

  public static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String ratio(OptionalDouble ratio) {
    return ratio.isEmpty() ? "" : String.format(Locale.ROOT, "%.3f", ratio.getAsDouble());
  }

  private void bars(List<String> lines) {
    lines.add("");
    for (TapBar bar : TapBar.all()) {
      OptionalDouble ratio = report.ratio(bar.row(), bar.against(), bar.load());
      if (ratio.isPresent()) {
        lines.add(
            String.format(
                Locale.ROOT,
                "%-55s%6.2f %7s %s",
                bar.label(),
                ratio.getAsDouble(),
                String.format(Locale.ROOT, "(%.2f)", bar.least()),
                ratio.getAsDouble() >= bar.least() ? "met" : "NOT MET"));
      }
    }
  }

  private void exactness(List<String> lines) {
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d hits answered, %,d on record, %,d requests failed",
            report.answered(),
            report.stored(),
            report.failed()));
    if (report.stored() > report.answered()) {
      lines.add("more on record: hits still on their way when a round's client stopped");
    }
    lines.add(
        report.isExact()
            ? "exact: in each round every answered hit is on record once, as a tap"
            : "NOT EXACT:");
    lines.addAll(report.mismatches());
  }
}
