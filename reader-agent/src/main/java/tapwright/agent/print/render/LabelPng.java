package tapwright.agent.print.render;

import tapwright.agent.print.page.LabelPage;
import tapwright.agent.print.symbol.Resolution;
import tapwright.core.Bytes;

/** A drawn label as a PNG picture. */
public final class LabelPng {

  private LabelPng() {}

  /** The page at the resolution, which the file names, so that it prints in its true size. */
  public static Bytes draw(LabelPage page, Resolution resolution) {
    throw new UnsupportedOperationException(page + " " + resolution);
  }
}
