package tapwright.agent.print.page;

import tapwright.agent.print.text.ShapedLine;

/**
 * A line of text.
 *
 * @param line its glyphs, from its left end on
 * @param left where it begins, in millimetres
 * @param baseline where its letters stand, in millimetres below the upper edge
 */
public record TextMark(ShapedLine line, double left, double baseline, Ink ink) implements Mark {

  @Override
  public TextMark moved(Offset by) {
    return new TextMark(line, left + by.right(), baseline + by.down(), ink);
  }
}
