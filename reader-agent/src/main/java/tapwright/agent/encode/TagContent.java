package tapwright.agent.encode;

import tapwright.core.Bytes;
import tapwright.core.tag.Uid;

/**
 * The message that a tag shows.
 *
 * @param uid of the tag, which a mirror shows in the message
 * @param message as it was read
 */
public record TagContent(Uid uid, Bytes message) {

  /** What {@link #firstDifference} gives for equal messages. */
  public static final int EQUAL = -1;

  /**
   * The index of the first byte that differs from what should be there; the text of a mirror stands
   * for its placeholder.
   */
  public int firstDifference(Bytes wanted) {
    Bytes stored = MirroredText.asStored(message, wanted, uid);
    int common = Math.min(stored.size(), wanted.size());
    for (int i = 0; i < common; i++) {
      if (stored.at(i) != wanted.at(i)) {
        return i;
      }
    }
    return stored.size() == wanted.size() ? EQUAL : common;
  }
}
