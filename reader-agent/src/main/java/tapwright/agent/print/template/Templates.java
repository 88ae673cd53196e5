package tapwright.agent.print.template;

import java.nio.file.Path;
import java.util.List;
import tapwright.core.Checked;

/** The templates that can be chosen. */
public final class Templates {

  private final List<LabelTemplate> templates;

  private Templates(List<LabelTemplate> templates) {
    this.templates = List.copyOf(templates);
  }

  /** Those that Tapwright brings. */
  public static Templates shipped() {
    throw new UnsupportedOperationException();
  }

  /**
   * Those that Tapwright brings and those of a folder, whose files end in {@code .yaml}; one of the
   * same id takes the place of a shipped one.
   */
  public static Checked<Templates> shippedAnd(Path folder) {
    throw new UnsupportedOperationException(folder.toString());
  }

  /** In the order of their ids. */
  public List<LabelTemplate> all() {
    return templates;
  }

  /** The one with the id; {@code field} names it in the refusal. */
  public Checked<LabelTemplate> named(String field, String id) {
    throw new UnsupportedOperationException(field + id);
  }
}
