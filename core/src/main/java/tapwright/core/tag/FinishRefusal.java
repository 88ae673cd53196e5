package tapwright.core.tag;

import tapwright.core.RefusalCode;

/** Why a tag is not locked, or not given a password. */
public enum FinishRefusal implements RefusalCode {
  /** The tag was read back and does not hold what it should. */
  NOT_VERIFIED(
      "tag-not-verified",
      "the tag holds another message than was to be written: {seen};"
          + " only what was read back the same is locked or protected"),

  /** The chip is known by its container alone, so that its lock and settings pages are not. */
  MODEL_UNCERTAIN(
      "tag-model-uncertain",
      "{model} is known by its capability container alone; lock and password need a reader that"
          + " passes the tag's own commands"),

  /** The chip has no password. */
  PASSWORD_UNSUPPORTED(
      "tag-password-unsupported",
      "{model} takes no password of 4 bytes; allowed are NTAG21x and Ultralight EV1"),

  /** Block-locking bits froze lock bits that are not set. */
  LOCK_FROZEN(
      "tag-lock-frozen",
      "pages {seen} of {model} can never be locked: block-locking bits froze their lock bits"),

  /** CFGLCK keeps password settings from changing. */
  PASSWORD_FROZEN(
      "tag-password-frozen",
      "the settings of {model} are frozen (CFGLCK), and its password settings are not those"
          + " wanted");

  private final String code;
  private final String template;

  FinishRefusal(String code, String template) {
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
