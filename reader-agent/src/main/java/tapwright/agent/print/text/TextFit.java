package tapwright.agent.print.text;

import java.util.List;
import java.util.Locale;
import tapwright.core.Checked;

/** Sets a text as large as its room allows; what does not fit is refused, never cut off. */
public final class TextFit {

  /**
   * From one baseline to the next, as a multiple of the size: room for the marks of every script.
   */
  public static final double LEADING = 1.3;

  /** Sizes are tried in steps that the eye does not tell apart. */
  private static final double STEP_POINTS = 0.25;

  /** One line in letters almost as large looks better than two. */
  private static final double ALMOST_USUAL = 0.8;

  private final TextShaper shaper;
  private final TextRoom room;

  public TextFit(Weight weight, TextRoom room) {
    this.shaper = new TextShaper(weight);
    this.room = room;
  }

  /** The lines, or by how much the text is too large; {@code field} names it in the refusal. */
  public Checked<List<ShapedLine>> lines(String field, String text) {
    String composed = TextShaper.composed(text);
    return composed.isEmpty()
        ? Checked.passed(List.of())
        : shaper.covered(field, composed).then(covered -> fitted(field, covered));
  }

  private Checked<List<ShapedLine>> fitted(String field, String text) {
    LineBreaks breaks = new LineBreaks(shaper, text);
    List<ShapedLine> single = largest(breaks, ALMOST_USUAL * room.sizes().most(), 1);
    List<ShapedLine> lines =
        single.isEmpty() ? largest(breaks, room.sizes().least(), room.maxLines()) : single;
    return lines.isEmpty() ? tooLarge(field, text, breaks) : Checked.passed(lines);
  }

  /** The largest letters in which the text fits, not smaller than some; none where it does not. */
  private List<ShapedLine> largest(LineBreaks breaks, double leastPoints, int maxLines) {
    double least = Math.max(leastPoints, room.sizes().least());
    for (double points = room.sizes().most(); points >= least - 1e-9; points -= STEP_POINTS) {
      double size = points * SizeRange.MILLIMETRES_PER_POINT;
      List<ShapedLine> lines = breaks.within(room.width() / size, linesThatFit(size, maxLines));
      if (!lines.isEmpty()) {
        return lines.stream().map(line -> line.sized(size)).toList();
      }
    }
    return List.of();
  }

  private int linesThatFit(double size, int maxLines) {
    return (int) Math.min(maxLines, Math.floor(1 + (room.height() - size) / size / LEADING));
  }

  private Checked<List<ShapedLine>> tooLarge(String field, String text, LineBreaks breaks) {
    double points = room.sizes().least();
    double size = points * SizeRange.MILLIMETRES_PER_POINT;
    int lines = linesThatFit(size, room.maxLines());
    return lines < 1
        ? Checked.refused(
            TextRefusal.TOO_HIGH.with(
                "field", field,
                "seen", text,
                "excess", shown(size - room.height()),
                "points", shown(points),
                "height", shown(room.height())))
        : Checked.refused(
            TextRefusal.TOO_WIDE.with(
                "field",
                field,
                "seen",
                text,
                "excess",
                shown(breaks.leastWidth(lines) * size - room.width()),
                "points",
                shown(points),
                "lines",
                lines,
                "width",
                shown(room.width())));
  }

  /** Rounded up, so that what is told is enough. */
  private static String shown(double value) {
    return String.format(Locale.ROOT, "%.1f", Math.ceil(value * 10 - 1e-6) / 10);
  }
}
