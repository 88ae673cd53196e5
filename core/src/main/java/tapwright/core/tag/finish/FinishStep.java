package tapwright.core.tag.finish;

import tapwright.core.tag.TagPassword;
import tapwright.core.tag.memory.PageWrite;

/** One step that locks or protects a tag, with what it does in words, to be said before. */
public sealed interface FinishStep {

  /** How the words of a step end that can never be undone. */
  String FOR_EVER = "; this can never be undone";

  /** What it does, and whether it can be undone. */
  String words();

  /** Whether it can never be undone. */
  default boolean isForEver() {
    return words().endsWith(FOR_EVER);
  }

  /**
   * A page is written.
   *
   * @param write the page with what it shall hold, which may be a secret: never to be shown
   */
  record Write(PageWrite write, String words) implements FinishStep {

    @Override
    public String toString() {
      return "page %02X: %s".formatted(write.page(), words);
    }
  }

  /**
   * The chip is told its password, and what it answers is compared: everything after this step
   * relies on it, and none of it may be done where the answer differs.
   */
  record Authenticate(TagPassword secret) implements FinishStep {

    @Override
    public String words() {
      return "the chip is given the password, and its answer compared";
    }
  }
}
