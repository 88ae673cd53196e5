package tapwright.agent.print.text;

import java.util.List;

/**
 * A line of text as glyphs, shaped and in the order in which they stand.
 *
 * @param text what it says, in the order of reading
 * @param size the letters' size in millimetres
 * @param width from its left to its right end, in units of the size
 * @param runs from left to right
 */
public record ShapedLine(String text, double size, double width, List<GlyphRun> runs) {

  public ShapedLine {
    if (!(size > 0)) {
      throw new IllegalArgumentException("size is " + size + ", allowed is more than 0");
    }
    runs = List.copyOf(runs);
  }

  /** From its left to its right end. */
  public double widthMillimetres() {
    return width * size;
  }
}
