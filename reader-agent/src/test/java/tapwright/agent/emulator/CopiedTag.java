package tapwright.agent.emulator;

import java.util.Random;
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
  public static VirtualTag numbered(VirtualTag tag, int number) {
    return switch (tag) {
      case EmulatedTag type2 -> numbered(type2, number);
      case EmulatedType4Tag type4 -> restored(type4, uid(number));
    };
  }

  /** The same with a UID of its own. */
  public static EmulatedTag numbered(EmulatedTag tag, int number) {
    Bytes head = EmulatedTag.blank(tag.chip(), uid(number)).memory().slice(0, 9);
    return holding(tag, tag.memory().with(0, head));
  }

  /** A tag of its own with all that the other has stored, off the field. */
  public static EmulatedType4Tag of(EmulatedType4Tag tag) {
    return restored(tag, tag.uid());
  }

  private static EmulatedType4Tag restored(EmulatedType4Tag tag, Uid uid) {
    Random chance = new Random(uid.hashCode());
    return tag.kind().restore(uid, tag.stored(), chance).orElseThrow();
  }

  private static Uid uid(int number) {
    Bytes digits = Bytes.of(number >>> 24, number >> 16 & 0xFF, number >> 8 & 0xFF, number & 0xFF);
    return new Uid(Bytes.of(0x04, 0, 0).plus(digits));
  }
}
