package tapwright.agent.print;

import tapwright.core.RefusalCode;

/** Why a sheet of labels is not made. */
public enum SheetRefusal implements RefusalCode {
  /** One of its labels cannot be printed. */
  LABEL("print-label", "label {label}: {problem}");

  private final String code;
  private final String template;

  SheetRefusal(String code, String template) {
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
