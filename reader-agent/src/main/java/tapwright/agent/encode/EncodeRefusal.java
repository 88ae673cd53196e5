package tapwright.agent.encode;

import tapwright.core.RefusalCode;

/** Why a tag in the field is not used. */
public enum EncodeRefusal implements RefusalCode {
  /** The tag is formatted and shows nothing, as from the factory or while it is written. */
  TAG_EMPTY("tag-empty", "the tag is empty: its NDEF message has 0 bytes"),

  /** The tag asks for a password, and it is another than the one given; it was tried once. */
  PASSWORD_WRONG(
      "tag-password-wrong",
      "{model} {uid} does not take the password that was given; {limit}"),

  /** A password is given for a tag behind a reader that cannot pass it on. */
  PASSWORD_NEEDS_NATIVE(
      "tag-password-needs-native",
      "the reader passes no native commands of the tag; its password needs them"),

  /** A page of the password was not taken, as often as it was tried. */
  SECRET_NOT_TAKEN(
      "tag-secret-not-taken",
      "page {page} of {model}, which holds a secret, gave no clear answer to {tries} writes:"
          + " it is locked, asks for another password or is worn out");

  private final String code;
  private final String template;

  EncodeRefusal(String code, String template) {
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
