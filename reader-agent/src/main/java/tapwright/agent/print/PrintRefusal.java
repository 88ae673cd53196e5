package tapwright.agent.print;

import tapwright.core.RefusalCode;

/** Why something is not printed. */
public enum PrintRefusal implements RefusalCode {
  /** The file's name does not say in which form it is wanted. */
  FILE_SUFFIX("print-file-suffix", "{field} is '{seen}'; allowed are names that end in {allowed}"),

  /** Modules that no printer can print or no phone can read. */
  MODULE_SIZE("print-module-size", "{field} is {seen}; allowed are {allowed} millimetres"),

  /** A text that would need modules too small for the label. */
  TOO_DENSE(
      "print-too-dense",
      "label {label} has a link of {seen} characters, whose symbol would have modules of"
          + " {module} mm; allowed are {allowed} mm or more, so use a shorter link");

  private final String code;
  private final String template;

  PrintRefusal(String code, String template) {
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
