package tapwright.agent.print.job;

import tapwright.core.RefusalCode;

/** Why labels are not printed. */
public enum PrintJobRefusal implements RefusalCode {
  /** A label of several that does not fit its template or cannot be read back. */
  LABEL("print-job-label", "{label}: {problem}");

  private final String code;
  private final String template;

  PrintJobRefusal(String code, String template) {
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
