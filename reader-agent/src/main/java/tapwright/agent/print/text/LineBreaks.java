package tapwright.agent.print.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Breaks a text into lines where its script allows it. */
final class LineBreaks {

  private final TextShaper shaper;
  private final boolean rightToLeft;
  private final List<String> pieces = new ArrayList<>();
  private final ShapedLine whole;
  private final Map<Integer, Double> widths = new HashMap<>();

  LineBreaks(TextShaper shaper, String text) {
    this.shaper = shaper;
    this.rightToLeft = TextShaper.isRightToLeft(text);
    this.whole = shaper.shape(text, rightToLeft);
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
    breaks.setText(text);
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      pieces.add(text.substring(start, end));
      start = end;
    }
  }

  /**
   * As few lines as fit the width, of about the same length; none where there would be more than
   * allowed.
   *
   * @param width in units of the size
   */
  List<ShapedLine> within(double width, int maxLines) {
    if (maxLines >= 1 && whole.width() <= width) {
      return List.of(whole);
    }
    for (int lines = 2; lines <= Math.min(maxLines, pieces.size()); lines++) {
      double least = leastWidth(lines);
      if (least <= width) {
        return filled(least);
      }
    }
    return List.of();
  }

  /** The narrowest room that takes the text in so many lines, in units of the size. */
  double leastWidth(int lines) {
    double[] least = new double[pieces.size() + 1];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    least[0] = 0;
    for (int line = 0; line < lines; line++) {
      least = withOneMoreLine(least);
    }
    return least[pieces.size()];
  }

  /** For each count of pieces the narrowest room, where one more line may be used. */
  private double[] withOneMoreLine(double[] before) {
    double[] after = before.clone();
    for (int start = 0; start < pieces.size(); start++) {
      for (int end = start + 1; end <= pieces.size(); end++) {
        double widest = Math.max(before[start], width(start, end));
        after[end] = Math.min(after[end], widest);
      }
    }
    return after;
  }

  private List<ShapedLine> filled(double width) {
    List<ShapedLine> lines = new ArrayList<>();
    int start = 0;
    while (start < pieces.size()) {
      int end = start + 1;
      while (end < pieces.size() && width(start, end + 1) <= width + 1e-9) {
        end++;
      }
      lines.add(line(start, end));
      start = end;
    }
    return lines;
  }

  private double width(int start, int end) {
    return widths.computeIfAbsent(
        start * (pieces.size() + 1) + end, key -> line(start, end).width());
  }

  private ShapedLine line(int start, int end) {
    return shaper.shape(String.join("", pieces.subList(start, end)).strip(), rightToLeft);
  }
}
