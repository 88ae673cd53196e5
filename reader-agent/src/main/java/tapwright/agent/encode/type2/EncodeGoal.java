package tapwright.agent.encode.type2;

import tapwright.core.Bytes;
import tapwright.core.tag.MirrorWindow;

/**
 * What one tag shall hold in the end.
 *
 * @param message the one of the request's messages that fits
 * @param mirror where the chip puts UID and counter; {@link MirrorWindow#NONE} for nowhere
 */
record EncodeGoal(Bytes message, MirrorWindow mirror) {

  boolean wantsMirror() {
    return !mirror.equals(MirrorWindow.NONE);
  }
}
