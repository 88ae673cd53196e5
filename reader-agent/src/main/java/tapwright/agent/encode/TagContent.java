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
   * The index of the first byte that differs from what should be there; what a chip fills in by
   * itself stands for its placeholder: the text of its mirror, or a signed link's parameters. Who
   * signed these is for the keys' holder to say.
   */
  public int firstDifference(Bytes wanted) {
    Bytes mirrored = MirroredText.asStored(message, wanted, uid);
    Bytes stored = SignedText.asStored(mirrored, wanted, uid);
    int common = Math.min(stored.size(), wanted.size());
    for (int i = 0; i < common; i++) {
      if (stored.at(i) != wanted.at(i)) {
        return i;
      }
    }
    return stored.size() == wanted.size() ? EQUAL : common;
  }

  /** Without the message, which may be a signed link. */
  @Override
  public String toString() {
    return "%d bytes on %s".formatted(message.size(), uid);
  }
}
