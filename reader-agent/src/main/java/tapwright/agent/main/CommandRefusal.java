package tapwright.agent.main;

import tapwright.core.RefusalCode;

/** Why a command line is not carried out. */
enum CommandRefusal implements RefusalCode {
  /** The reader's name fits none of the attached readers, or more than one. */
  READER("command-reader", "--reader is {seen} and fits {count} readers; attached: {allowed}"),

  /** What lies on the reader is a card of another kind. */
  FOREIGN_CARD("card-foreign", "this is no NFC Type 2 or Type 4 tag (ATR {seen}); lay a tap card there");

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
