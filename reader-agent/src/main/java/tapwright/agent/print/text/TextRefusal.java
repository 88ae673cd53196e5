package tapwright.agent.print.text;

import tapwright.core.RefusalCode;

/** Why a text is not set. */
public enum TextRefusal implements RefusalCode {
  /** No font of this build has it, so a box or a gap would be printed. */
  CHARACTER(
      "text-character",
      "{field} has {seen} at position {position}, which no font of this build has; allowed are"
          + " {allowed}"),

  /** No label has room for it, and to try would only take time. */
  TOO_LONG("text-too-long", "{field} has {seen} characters; allowed are up to {allowed}"),

  /** Even the smallest letters that the template allows are too large. */
  TOO_WIDE(
      "text-too-wide",
      "{field} '{seen}' is {excess} mm too wide in the template's smallest letters of {points} pt;"
          + " allowed are {lines} lines of {width} mm, so shorten it or choose a larger label"),

  /** The lines that it takes are too high for its room. */
  TOO_HIGH(
      "text-too-high",
      "{field} '{seen}' is {excess} mm too high in the template's smallest letters of {points} pt;"
          + " allowed are {height} mm, so shorten it or choose a larger label");

  private final String code;
  private final String template;

  TextRefusal(String code, String template) {
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
