package tapwright.core.qr;

import tapwright.core.RefusalCode;

/** Why a text becomes no symbol. */
public enum QrRefusal implements RefusalCode {
  /** There is nothing to say. */
  EMPTY("qr-empty", "the text has 0 characters, allowed is 1 or more"),

  /** The largest symbol is too small. */
  TOO_LONG(
      "qr-too-long",
      "the text takes {seen} bytes; allowed at correction {correction} are up to {bytes}, or"
          + " {alphanumeric} where all are digits, capital letters and space $%*+-./:"),

  /** The finished symbol was read again and says something else. */
  READS_DIFFERENTLY(
      "qr-reads-differently",
      "the symbol reads as '{seen}'; allowed is only what was asked for, '{asked}'");

  private final String code;
  private final String template;

  QrRefusal(String code, String template) {
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
