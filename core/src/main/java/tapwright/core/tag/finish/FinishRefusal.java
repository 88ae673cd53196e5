package tapwright.core.tag.finish;

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
      "this reader cannot ask whether the chip is {model} for certain; lock and password need one"
          + " that passes on the chip's own commands"),

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
      "the settings of {model} are locked for ever (CFGLCK), and what they say of a password is not"
          + " what is wanted");

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
