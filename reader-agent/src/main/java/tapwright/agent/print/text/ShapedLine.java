package tapwright.agent.print.text;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
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

  /** The same text in letters of another size, in millimetres. */
  public ShapedLine sized(double other) {
    return new ShapedLine(text, other, width, runs);
  }

  /** All its letters as one shape, in millimetres from its left end on the baseline. */
  public Shape outline() {
    Path2D all = new Path2D.Double(Path2D.WIND_NON_ZERO);
    for (GlyphRun run : runs) {
      for (Cluster cluster : run.clusters()) {
        cluster.glyphs().forEach(glyph -> all.append(outline(run.face(), glyph), false));
      }
    }
    return all;
  }

  private Shape outline(FontFace face, PlacedGlyph glyph) {
    AffineTransform place = AffineTransform.getScaleInstance(size, size);
    place.translate(glyph.right(), glyph.down());
    return place.createTransformedShape(face.outline(glyph.id()));
  }
}
