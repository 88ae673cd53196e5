package tapwright.agent.print.render;

import java.awt.image.BufferedImage;
import tapwright.agent.print.page.LabelPage;
import tapwright.agent.print.symbol.Resolution;
import tapwright.core.Bytes;

/** A drawn label as a PNG picture. */
public final class LabelPng {

  private LabelPng() {}

  /** The page at the resolution, which the file names, so that it prints in its true size. */
  public static Bytes draw(LabelPage page, Resolution resolution) {
    return draw(page, resolution.dotsPerMillimetre());
  }

  /** The page at a resolution in which its symbol has whole dots. */
  static Bytes draw(LabelPage page, double dotsPerMillimetre) {
    return file(Raster.draw(page, dotsPerMillimetre, Raster.Edges.SMOOTH), dotsPerMillimetre);
  }

  /** A picture that was drawn at so many dots a millimetre. */
  public static Bytes file(BufferedImage image, double dotsPerMillimetre) {
    return PngFile.of(image, (int) Math.round(dotsPerMillimetre * 1000));
  }
}
