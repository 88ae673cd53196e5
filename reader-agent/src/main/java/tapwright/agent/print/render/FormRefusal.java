package tapwright.agent.print.render;

import tapwright.core.RefusalCode;

/** Why there is no form for a label. */
public enum FormRefusal implements RefusalCode {
  /** The file's name does not say in which form it is wanted. */
  FILE_SUFFIX("print-file-suffix", "{field} is '{seen}'; allowed are names that end in {allowed}");

  private final String code;
  private final String template;

  FormRefusal(String code, String template) {
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
