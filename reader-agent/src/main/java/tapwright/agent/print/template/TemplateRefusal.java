package tapwright.agent.print.template;

import tapwright.core.RefusalCode;
import tapwright.core.yaml.YamlFault;

/** Why a template is not taken. */
public enum TemplateRefusal implements RefusalCode {
  /** Nothing goes by that name. */
  UNKNOWN("template-unknown", "{field} is '{seen}'; allowed are {allowed}"),

  /** The file cannot be read at all. */
  FILE("template-file", "{file} cannot be read: {problem}; allowed is a file of YAML in UTF-8"),

  /** Which of the two would be printed? */
  ID_TWICE(
      "template-id-twice",
      "{file} has the id {seen}, as another file beside it has; allowed is an id of its own"),

  /** It is no YAML. */
  YAML("template-yaml", "{place}: {problem}; allowed is one document of YAML 1.2"),

  /** A key that means nothing would be overlooked for ever. */
  KEY_UNKNOWN("template-key-unknown", "{place}: key '{key}'; allowed are {allowed}"),

  /** Which of the two would count? */
  KEY_TWICE("template-key-twice", "{place}: key '{key}' again; allowed is once"),

  /** Something that cannot be guessed. */
  KEY_MISSING("template-key-missing", "{place}: no key '{key}'; allowed is {allowed}"),

  /** A value that is none of those that are known. */
  VALUE("template-value", "{place}: {key} is {seen}; allowed is {allowed}"),

  /** It would be cut off. */
  OUTSIDE(
      "template-outside",
      "{place}: the part reaches {seen} mm, which is beyond the label; allowed are {allowed} mm");

  private final String code;
  private final String template;

  TemplateRefusal(String code, String template) {
    this.code = code;
    this.template = template;
  }

  /** What a template's text with that fault is refused by. */
  static TemplateRefusal of(YamlFault fault) {
    return switch (fault) {
      case MALFORMED -> YAML;
      case KEY_UNKNOWN -> KEY_UNKNOWN;
      case KEY_TWICE -> KEY_TWICE;
      case KEY_MISSING -> KEY_MISSING;
      case VALUE_WRONG -> VALUE;
    };
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String template() {
    return template;
  }
}
