package tapwright.agent.encode;

import tapwright.core.Bytes;
import tapwright.core.tag.MirrorContent;
import tapwright.core.tag.MirrorWindow;
import tapwright.core.tag.Uid;

/** A message as a mirroring chip shows it, beside the message that it stores. */
public final class MirroredText {

  private static final Bytes PLACEHOLDER = Bytes.ofUtf8(EncodeRequest.MIRROR_PLACEHOLDER);

  private MirroredText() {}

  /**
   * What the chip stores, when where {@code wanted} has the placeholder it shows its own UID and a
   * counter; what it shows otherwise.
   */
  public static Bytes asStored(Bytes shown, Bytes wanted, Uid uid) {
    return asStored(shown, MirrorWindow.indexOf(PLACEHOLDER, wanted), uid);
  }

  /** The same where the wanted message is not known: wherever the chip's own UID stands. */
  static Bytes asStored(Bytes shown, Uid uid) {
    return asStored(shown, MirrorWindow.indexOf(Bytes.ofUtf8(uid.toString()), shown), uid);
  }

  private static Bytes asStored(Bytes shown, int at, Uid uid) {
    int end = at + PLACEHOLDER.size();
    if (at < 0 || end > shown.size()) {
      return shown;
    }
    boolean mirrored =
        new MirrorWindow(MirrorContent.UID_AND_COUNTER, 0).shows(shown.slice(at, end), uid);
    return mirrored ? shown.with(at, PLACEHOLDER) : shown;
  }
}
