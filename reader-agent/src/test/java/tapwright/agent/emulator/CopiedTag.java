package tapwright.agent.emulator;

import tapwright.core.Bytes;
import tapwright.core.tag.Uid;

/** Copies of emulated tags, so that a test can go on from one state in many ways. */
public final class CopiedTag {

  private CopiedTag() {}

  /** A tag of its own with all that the other has stored, off the field. */
  public static EmulatedTag of(EmulatedTag tag) {
    return holding(tag, tag.memory());
  }

  /** The same with other memory. */
  public static EmulatedTag holding(EmulatedTag tag, Bytes memory) {
    return new EmulatedTag(tag.chip(), memory, tag.counters(), tag.failedTries());
  }

  /** The same with a UID of its own. */
  public static EmulatedTag numbered(EmulatedTag tag, int number) {
    Bytes digits = Bytes.of(number >>> 24, number >> 16 & 0xFF, number >> 8 & 0xFF, number & 0xFF);
    Bytes uid = Bytes.of(0x04, 0, 0).plus(digits);
    Bytes head = EmulatedTag.blank(tag.chip(), new Uid(uid)).memory().slice(0, 9);
    return holding(tag, tag.memory().with(0, head));
  }
}
