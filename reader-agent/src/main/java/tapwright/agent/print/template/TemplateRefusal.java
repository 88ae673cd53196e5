package tapwright.agent.print.template;

import tapwright.core.RefusalCode;

/** Why a template is not taken. */
public enum TemplateRefusal implements RefusalCode {
  /** Nothing goes by that name. */
  UNKNOWN("template-unknown", "{field} is '{seen}'; allowed are {allowed}"),

  /** The file cannot be read at all. */
  FILE("template-file", "{file} cannot be read: {problem}; allowed is a file of YAML in UTF-8"),

  /** It is no YAML. */
  YAML("template-yaml", "{place}: {problem}; allowed is one document of YAML 1.2"),

  /** A key that means nothing would be overlooked for ever. */
  KEY_UNKNOWN("template-key-unknown", "{place}: key '{seen}'; allowed are {allowed}"),

  /** Which of the two would count? */
  KEY_TWICE("template-key-twice", "{place}: key '{seen}' again; allowed is once"),

  /** Something that cannot be guessed. */
  KEY_MISSING("template-key-missing", "{place}: no key '{seen}'; allowed is {allowed}"),

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

  @Override
  public String code() {
    return code;
  }

  @Override
  public String template() {
    return template;
  }
}
