package tapwright.core.tag.finish;

import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.tag.MirrorWindow;
import tapwright.core.tag.TagConfiguration;
import tapwright.core.tag.TagSnapshot;
import tapwright.core.tag.TlvReading;
import tapwright.core.tag.memory.NdefSlot;

/**
 * A tag that was read back and holds just the message that it should.
 *
 * <p>Nothing else gives a {@link LockPlan} or a {@link ProtectionPlan}, and only the comparison
 * here gives one of these: what cannot be undone comes after what was seen to be right.
 */
public final class VerifiedImage {

  private final TagSnapshot tag;

  private VerifiedImage(TagSnapshot tag) {
    this.tag = tag;
  }

  /**
   * The tag, when it shows the message byte by byte.
   *
   * <p>Where the chip mirrors its UID and counter, what it shows there has to be its own, and the
   * message has to have the place for it there; what is stored under the mirror cannot be seen.
   *
   * @param readBack with its message, and where it is to be locked or protected, its settings
   */
  public static Checked<VerifiedImage> of(TagSnapshot readBack, Bytes message) {
    return readBack
        .reading()
        .then(
            reading ->
                holds(readBack, reading, message)
                    ? Checked.passed(new VerifiedImage(readBack))
                    : Checked.refused(FinishRefusal.NOT_VERIFIED.with("seen", shown(reading))));
  }

  TagSnapshot tag() {
    return tag;
  }

  private static boolean holds(TagSnapshot tag, TlvReading reading, Bytes message) {
    if (!(reading instanceof TlvReading.Found(NdefSlot slot, Bytes found))
        || found.size() != message.size()) {
      return false;
    }
    MirrorWindow window =
        tag.configuration().flatMap(TagConfiguration::mirror).orElse(MirrorWindow.NONE);
    Bytes covered = Bytes.EMPTY;
    for (int i = 0; i < message.size(); i++) {
      if (window.covers(slot.messageAddress(message, i))) {
        covered = covered.plus(message.slice(i, i + 1));
      } else if (found.at(i) != message.at(i)) {
        return false;
      }
    }
    return window.isShownIn(tag.image()) && isMeantFor(window, covered, tag);
  }

  /** A mirror beside the message covers nothing of it; a message read back has the chip's text. */
  private static boolean isMeantFor(MirrorWindow window, Bytes covered, TagSnapshot tag) {
    return covered.isEmpty()
        || covered.equals(window.content().placeholder())
        || window.shows(covered, TagSnapshot.uncheckedUidIn(tag.image()));
  }

  private static String shown(TlvReading reading) {
    return switch (reading) {
      case TlvReading.Found(NdefSlot slot, Bytes found) -> "another of " + found.size() + " bytes";
      case TlvReading.Absent absent -> "none";
      case TlvReading.Malformed malformed -> "none, its TLV blocks do not add up";
      case TlvReading.Unread unread -> "one that was not read whole";
    };
  }
}
