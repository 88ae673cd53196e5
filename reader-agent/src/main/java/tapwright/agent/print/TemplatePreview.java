package tapwright.agent.print;

import tapwright.agent.print.page.LabelPage;
import tapwright.agent.print.template.LabelTemplate;
import tapwright.core.Bytes;
import tapwright.core.Checked;

/** What a template looks like, with a sample of each field. */
public final class TemplatePreview {

  private TemplatePreview() {}

  /** A picture of one label, cut to its shape, on a ground that shows its edges. */
  public static Checked<Bytes> png(LabelTemplate template) {
    throw new UnsupportedOperationException(template.toString());
  }

  /** The label of the preview as a page. */
  public static Checked<LabelPage> page(LabelTemplate template) {
    throw new UnsupportedOperationException(template.toString());
  }
}
