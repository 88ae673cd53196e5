package tapwright.server.main.bench.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a run of {@code bench record} has shown. */
public final class RecordReport {

  private final List<RecordFigure> figures;
  private final List<String> mismatches;
  private final List<String> notes;

  RecordReport(List<RecordFigure> figures, List<String> mismatches, List<String> notes) {
    this.figures = List.copyOf(figures);
    this.mismatches = List.copyOf(mismatches);
    this.notes = List.copyOf(notes);
  }

  /** Whether each card has as many taps on record as were loaded. */
  public boolean isExact() {
    return mismatches.isEmpty();
  }

  /** Lines of at most 80 columns. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(columns("", "", "", "", "loaded", "decision", "ms", "on top", "ms", "ms"));
    lines.add(
        columns("record", "taps", "MB", "B/tap", "a sec", "quiet", "busy", "a sec", "p50", "p99"));
    figures.forEach(figure -> lines.add(figure.line()));
    lines.add("");
    figures.stream()
        .filter(figure -> figure.extent().taps() > 0)
        .map(RecordReport::bar)
        .forEach(lines::add);
    lines.addAll(notes);
    lines.addAll(mismatches);
    return lines;
  }

  private static String columns(Object... heads) {
    return String.format(Locale.ROOT, "%-10s %11s %7s %5s %8s %8s %4s %7s %5s %6s", heads)
        .stripTrailing();
  }

  private static String bar(RecordFigure figure) {
    double millis = figure.decision().usageMillis();
    return String.format(
        Locale.ROOT,
        "%s: usage of a card with %,d taps read in %.2f ms (%.0f ms) %s",
        figure.engine(),
        figure.extent().busiest(),
        millis,
        RecordFigure.Decision.LIMIT_MILLIS,
        millis < RecordFigure.Decision.LIMIT_MILLIS ? "met" : "NOT MET");
  }

  /** As one line of JSON shows it. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("bench", "record");
    map.put("figures", figures.stream().map(RecordFigure::toMap).toList());
    map.put("mismatches", mismatches);
    map.put("notes", notes);
    return map;
  }
}
