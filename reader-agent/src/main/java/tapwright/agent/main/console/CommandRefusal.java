package tapwright.agent.main.console;

import tapwright.core.RefusalCode;

/** Why a command line is not carried out. */
public enum CommandRefusal implements RefusalCode {
  /** The reader's name fits none of the attached readers, or more than one. */
  READER("command-reader", "--reader is {seen} and fits {count} readers; attached: {allowed}"),

  /** The file with a card's password holds something else, which is not shown. */
  PASSWORD_FILE(
      "card-password-file",
      "{field} holds {seen}; allowed is one line of 8 hexadecimal digits, with 4 more or without"),

  /** The file with a card's keys holds something else, which is not shown. */
  KEYS_FILE("card-keys-file", "{field} holds {seen}; allowed are 5 lines of 32 hexadecimal digits"),

  /** The batch that a card is compared with has no row there. */
  ORDER_ROW("card-order-row", "--against names line {seen} of {file}; allowed are lines {allowed}"),

  /** What lies on the reader is a card of another kind. */
  FOREIGN_CARD(
      "card-foreign", "this is no NFC Type 2 or Type 4 tag (ATR {seen}); lay a tap card there"),

  /** A card that does not say which it is: its UID asks for the password too. */
  UID_HIDDEN(
      "card-uid-hidden",
      "this {model} hides its own number behind its password (AUTH0 00 or 01), so that its"
          + " password is not tried: nobody could tell on which card; take another, or have who"
          + " set it move AUTH0 to 02 or further"),

  /** A PC/SC provider is named that there is not. */
  PCSC_PROVIDER("command-pcsc-provider", "{field} is {seen}; allowed are own and jdk"),

  /** The emulated reader that is asked for cannot be had. */
  EMULATED(
      "command-emulated",
      "{field} is {seen}: {problem}; allowed is MODEL=FILE with a model of {allowed}");

  private final String code;
  private final String template;

  CommandRefusal(String code, String template) {
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
