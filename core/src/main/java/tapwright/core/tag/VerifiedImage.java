package tapwright.core.tag;

import tapwright.core.Bytes;
import tapwright.core.Checked;

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
   * <p>Where the chip mirrors its UID and counter, what it shows there has to be its own; what is
   * stored under the mirror cannot be seen.
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
    for (int i = 0; i < message.size(); i++) {
      boolean mirrored = window.covers(slot.messageAddress(message, i));
      if (!mirrored && found.at(i) != message.at(i)) {
        return false;
      }
    }
    return window.isShownIn(tag.image());
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
