package tapwright.agent.reader;

import tapwright.core.RefusalCode;

/** Why a reader's profile cannot be used. */
public enum ReaderRefusal implements RefusalCode {
  /** A line is neither a setting nor a comment. */
  PROFILE_LINE(
      "reader-profile-line",
      "{file} line {line} is \"{seen}\"; allowed is key = value, or # first"),

  /** A line has a key that profiles do not have. */
  PROFILE_KEY_UNKNOWN(
      "reader-profile-key-unknown", "{file} line {line} has key {seen}; allowed are {allowed}"),

  /** A key stands in the file for the second time. */
  PROFILE_KEY_TWICE(
      "reader-profile-key-twice", "{file} line {line} has key {seen} again; allowed is once"),

  /** A key has a value that it cannot have. */
  PROFILE_VALUE(
      "reader-profile-value", "{file} line {line}: {key} is \"{seen}\"; allowed is {allowed}"),

  /** The file ends without a key. */
  PROFILE_KEY_MISSING(
      "reader-profile-key-missing", "{file} has no key {seen}; allowed is each of {allowed} once");

  private final String code;
  private final String template;

  ReaderRefusal(String code, String template) {
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
