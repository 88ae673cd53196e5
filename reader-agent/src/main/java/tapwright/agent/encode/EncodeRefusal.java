package tapwright.agent.encode;

import tapwright.core.RefusalCode;

/** Why a tag in the field is not used. */
public enum EncodeRefusal implements RefusalCode {
  /** The tag is formatted and shows nothing, as from the factory or while it is written. */
  TAG_EMPTY("tag-empty", "the tag is empty: its NDEF message has 0 bytes"),

  /** The tag asks for another password than the one that was given; it was tried once. */
  PASSWORD_WRONG(
      "tag-password-wrong",
      "{model} does not take the password that was given; it was tried once: {limit}"),

  /** A tag that nobody here began asks for a password, which is somebody else's. */
  PASSWORD_FOREIGN(
      "tag-password-foreign",
      "{model} asks for a password, and the card was not begun here; none was tried, allowed are"
          + " cards that ask for none"),

  /** Pages ask for a password, and the order is a card that asks for none. */
  PASSWORD_UNORDERED(
      "tag-password-unordered",
      "{model} asks for a password from page {seen} on (AUTH0), and the card is ordered without one;"
          + " allowed is a card that asks for none, or this one with its password"),

  /** A tag that was begun here counts wrong passwords, which nothing here ever set it to. */
  PASSWORD_COUNTED(
      "tag-password-counted",
      "{model} asks for a password and takes none any more after {tries} wrong ones, which no card"
          + " made here does; none was tried, allowed is another card"),

  /** The chip takes the password and answers with another PACK. */
  PACK_WRONG(
      "tag-pack-wrong",
      "{model} takes the password and answers it with other bytes than it should"),

  /** A password is given for a tag behind a reader that cannot pass it on. */
  PASSWORD_NEEDS_NATIVE(
      "tag-password-needs-native",
      "this reader does not pass on the chip's own commands, and its password needs them; allowed is"
          + " a reader that does"),

  /** A page of the password was not taken, as often as it was tried. */
  SECRET_NOT_TAKEN(
      "tag-secret-not-taken",
      "page {page} of {model}, which holds a secret, gave no clear answer to {tries} writes:"
          + " it is locked, asks for another password or is worn out"),

  /** Steps of locking or protecting were taken, as often as they were tried, and are not done. */
  FINISH_INCOMPLETE(
      "tag-finish-incomplete",
      "{model} was tried {tries} times and is still not as it should be: {seen}"),

  /** The link is as ordered, but the chip does not make it say which read this is. */
  LINK_FIXED(
      "tag-link-fixed",
      "{model} does not {wanted}: its link is fixed text, the same at each read and of each copy"),

  /** Keys are for another kind of chip. */
  KEYS_UNSUPPORTED("tag-keys-unsupported", "{model} has no AES keys; allowed is NTAG 424 DNA"),

  /** A signed link is for another kind of chip. */
  SUN_UNSUPPORTED(
      "tag-sun-unsupported", "{model} cannot sign its link (SUN); allowed is NTAG 424 DNA");

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
