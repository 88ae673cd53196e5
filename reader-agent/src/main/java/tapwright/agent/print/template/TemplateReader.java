package tapwright.agent.print.template;

import java.util.List;
import tapwright.core.Checked;

/** Reads one template of its YAML text, strictly: what means nothing is refused. */
final class TemplateReader {

  private static final List<String> KEYS = List.of("template", "title", "stock", "parts");

  private TemplateReader() {}

  /** The template, or the first thing that is wrong with its text. */
  static Checked<LabelTemplate> read(String file, String text) {
    try {
      return Checked.passed(template(YamlValue.parse(file, text)));
    } catch (Malformed e) {
      return Checked.refused(e.refusal());
    }
  }

  private static LabelTemplate template(YamlValue root) {
    YamlKeys keys = root.keys().only(KEYS);
    YamlValue id = keys.required("template");
    if (!id.text().matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw id.wrong("lower-case words joined by hyphens");
    }
    var stock = StockReader.stock(keys.required("stock"));
    PartReader parts = new PartReader(stock.label());
    return new LabelTemplate(
        id.text(),
        keys.required("title").text(),
        stock,
        keys.required("parts").list().stream().map(parts::part).toList());
  }
}
