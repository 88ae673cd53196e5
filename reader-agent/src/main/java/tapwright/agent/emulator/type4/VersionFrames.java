package tapwright.agent.emulator.type4;

import java.util.List;
import tapwright.core.Bytes;
import tapwright.core.tag.Uid;

/**
 * GetVersion of NTAG 424 DNA in its three parts (NT4H2421Gx data sheet, section 10.5.2; AN12196 rev.
 * 2.0, section 5.5): hardware, software, and UID with batch, week and year of production.
 */
final class VersionFrames {

  static final int COMMAND = 0x60;

  private static final Bytes HARDWARE = Bytes.ofHex("04040230001105");
  private static final Bytes SOFTWARE = Bytes.ofHex("04040201021105");

  /** Made up: batch 0, week 1 of a year 00. */
  private static final Bytes PRODUCTION = Bytes.ofHex("00000000000100");

  private final List<Bytes> frames;
  private int next;

  VersionFrames(Uid uid) {
    this.frames = List.of(HARDWARE, SOFTWARE, uid.value().plus(PRODUCTION));
    this.next = frames.size();
  }

  Bytes begin() {
    next = 0;
    return next();
  }

  void end() {
    next = frames.size();
  }

  Bytes next() {
    if (next == frames.size()) {
      return Status.NATIVE_ABORTED.bytes();
    }
    Bytes frame = frames.get(next++);
    return (next == frames.size() ? Status.NATIVE_OK : Status.NATIVE_MORE).after(frame);
  }
}
