package tapwright.server.main.keys;

import tapwright.core.RefusalCode;

/** Why master keys stay as they are. */
enum KeysRefusal implements RefusalCode {
  /** The keys are nowhere where this program could write. */
  NO_FILE(
      "master-key-no-file",
      "the master keys come from {seen}, allowed is a key file; change them there yourself, newest"
          + " first"),
  /** An older key wraps something, or the newest wraps nothing. */
  STILL_NEEDED(
      "master-key-needed",
      "older master keys wrap {seen} keys of this record, allowed are 0 and a newest one that wraps"
          + " all; run 'tapwright keys rotate' first");

  private final String code;
  private final String template;

  KeysRefusal(String code, String template) {
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
