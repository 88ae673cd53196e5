package tapwright.agent.print;

import java.awt.Color;

/** How the parts of a caption look. */
enum Caption {
  HEAD(7, 1.35, 1, 0x777777),
  NAME(9, 1.3, 2, 0x000000),
  ORDER(7, 1.75, 1, 0x444444),
  LINK(6, 1.45, 3, 0x777777);

  /** How far letters reach below their baseline, of their size. */
  private static final double DESCENT = 0.25;

  private final double sizePoints;
  private final double leading;
  private final int maxLines;
  private final Color colour;

  /**
   * A style.
   *
   * @param leading from one baseline to the next, as a multiple of the letters' size
   */
  Caption(double sizePoints, double leading, int maxLines, int rgb) {
    this.sizePoints = sizePoints;
    this.leading = leading;
    this.maxLines = maxLines;
    this.colour = new Color(rgb);
  }

  double sizePoints() {
    return sizePoints;
  }

  int maxLines() {
    return maxLines;
  }

  double lineMillimetres() {
    return sizePoints * leading / PdfCanvas.POINTS_PER_MILLIMETRE;
  }

  double belowBaseline() {
    return sizePoints * DESCENT / PdfCanvas.POINTS_PER_MILLIMETRE;
  }

  void write(PdfCanvas canvas, CaptionFont font, double left, double baseline, String text) {
    canvas.text(font.font(), sizePoints, colour, left, baseline, text);
  }
}
