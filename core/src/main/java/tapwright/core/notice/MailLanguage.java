package tapwright.core.notice;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** A language that customers are written to in. */
public enum MailLanguage {
  ENGLISH("en", "ltr"),
  VIETNAMESE("vi", "ltr"),
  ARABIC("ar", "rtl"),
  HINDI("hi", "ltr"),
  INDONESIAN("id", "ltr");

  private final String tag;
  private final String direction;

  MailLanguage(String tag, String direction) {
    this.tag = tag;
    this.direction = direction;
  }

  /** All tags, with commas between. */
  public static String tags() {
    return Arrays.stream(values()).map(MailLanguage::tag).collect(Collectors.joining(", "));
  }

  /** By ISO 639-1. */
  public String tag() {
    return tag;
  }

  /** As HTML calls it: {@code ltr} or {@code rtl}. */
  public String direction() {
    return direction;
  }

  /** Whether it is written from right to left. */
  boolean runsLeft() {
    return direction.equals("rtl");
  }

  /** The language of the tag; empty for any other. */
  public static Optional<MailLanguage> of(String tag) {
    return Arrays.stream(values()).filter(language -> language.tag.equals(tag)).findFirst();
  }
}
