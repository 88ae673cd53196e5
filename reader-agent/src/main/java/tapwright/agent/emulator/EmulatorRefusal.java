package tapwright.agent.emulator;

import tapwright.core.RefusalCode;

/** Why a virtual tag cannot be taken from its image. */
public enum EmulatorRefusal implements RefusalCode {
  /** A line of the image is not understood, or one is missing. */
  BAD_IMAGE("tag-image-bad", "line {line} of the image is \"{value}\", expected is {expected}"),

  /** The image holds another chip or UID than was asked for. */
  OTHER_TAG("tag-image-of-other-tag", "the image holds {held}, {option} asks for {asked}");

  private final String code;
  private final String template;

  EmulatorRefusal(String code, String template) {
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
