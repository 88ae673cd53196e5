package tapwright.agent.print.text;

import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;

/** How glyphs are measured: by their outlines alone, as no screen would. */
final class Measure {

  static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

  private Measure() {}

  static Shape shrunk(Shape outline, double factor) {
    return AffineTransform.getScaleInstance(factor, factor).createTransformedShape(outline);
  }
}
