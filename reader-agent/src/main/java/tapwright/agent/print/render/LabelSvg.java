package tapwright.agent.print.render;

import tapwright.agent.print.page.LabelPage;
import tapwright.core.Bytes;

/** A drawn label as an SVG drawing; letters are outlines, so that no font is needed to see it. */
public final class LabelSvg {

  private LabelSvg() {}

  public static Bytes draw(LabelPage page) {
    throw new UnsupportedOperationException(page.toString());
  }
}
