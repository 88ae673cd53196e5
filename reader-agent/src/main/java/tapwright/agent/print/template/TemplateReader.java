package tapwright.agent.print.template;

import java.util.List;
import tapwright.core.Checked;
import tapwright.core.yaml.Malformed;
import tapwright.core.yaml.Reading;
import tapwright.core.yaml.YamlMap;
import tapwright.core.yaml.YamlNode;
import tapwright.core.yaml.YamlText;

/** Reads one template of its YAML text, strictly: what means nothing is refused. */
final class TemplateReader {

  /** A template has a hundred lines; larger files are something else. */
  private static final int MOST_CHARACTERS = 100_000;

  private static final List<String> KEYS = List.of("template", "title", "stock", "parts");

  private TemplateReader() {}

  /** The template, or the first thing that is wrong with its text. */
  static Checked<LabelTemplate> read(String file, String text) {
    return Reading.of(() -> template(root(file, text)));
  }

  private static YamlNode root(String file, String text) {
    if (text.length() > MOST_CHARACTERS) {
      String problem = text.length() + " characters, more than " + MOST_CHARACTERS;
      throw new Malformed(TemplateRefusal.YAML.with("place", file, "problem", problem));
    }
    return new YamlText(file, text, TemplateRefusal::of).root();
  }

  private static LabelTemplate template(YamlNode root) {
    YamlMap keys = root.map(KEYS);
    YamlNode id = keys.required("template");
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
