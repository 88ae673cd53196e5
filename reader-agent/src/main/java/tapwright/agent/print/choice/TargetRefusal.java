package tapwright.agent.print.choice;

import tapwright.core.RefusalCode;

/** Why a target cannot be had. */
public enum TargetRefusal implements RefusalCode {
  /** No file of a known kind, and no printer's address. */
  FORM(
      "print-target",
      "{field} is '{seen}'; allowed are a file that ends in .pdf, .png, .svg or .zpl,"
          + " zpl://HOST or zpl://HOST:PORT, ipp://HOST/printers/NAME, cups:NAME and system:NAME"),

  /** No machine has that name. */
  CUPS(
      "print-cups-address",
      "{field} is '{seen}'; allowed are HOST and HOST:PORT, with a port of 1 to 65535"),

  /** The operating system has no printer of that name. */
  SYSTEM_PRINTER(
      "print-system-printer",
      "{field} names the system's printer '{seen}'; allowed are those that it has: {allowed}");

  private final String code;
  private final String template;

  TargetRefusal(String code, String template) {
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
