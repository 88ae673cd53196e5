package tapwright.agent.print;

import tapwright.agent.print.page.LabelPage;
import tapwright.agent.print.symbol.Resolution;
import tapwright.agent.print.template.LabelContent;
import tapwright.agent.print.template.LabelTemplate;
import tapwright.core.Checked;

/** Draws labels of one template for one device. */
public final class Labels {

  private final LabelTemplate template;
  private final Resolution resolution;

  /**
   * Labels of a template.
   *
   * @param resolution of the device; a symbol's modules take whole dots of it
   */
  public Labels(LabelTemplate template, Resolution resolution) {
    this.template = template;
    this.resolution = resolution;
  }

  /** The drawn label, whose symbol was read again; or what cannot be printed of the content. */
  public Checked<LabelPage> page(LabelContent content) {
    throw new UnsupportedOperationException(template + " " + resolution + " " + content);
  }
}
