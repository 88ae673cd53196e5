package tapwright.agent.print.render;

import tapwright.agent.print.page.LabelPage;
import tapwright.agent.print.symbol.Resolution;
import tapwright.core.Bytes;

/** A drawn label in Zebra's language. */
public final class LabelZpl {

  private LabelZpl() {}

  /** One format, from ^XA to ^XZ. */
  public static Bytes draw(LabelPage page, Resolution resolution, ZplForm form) {
    throw new UnsupportedOperationException(page + " " + resolution + " " + form);
  }
}
