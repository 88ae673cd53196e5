package tapwright.agent.encode;

import tapwright.core.RefusalCode;

/** Why a tag in the field is not used. */
public enum EncodeRefusal implements RefusalCode {
  /** The tag is formatted and shows nothing, as from the factory or while it is written. */
  TAG_EMPTY("tag-empty", "the tag is empty: its NDEF message has 0 bytes");

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
