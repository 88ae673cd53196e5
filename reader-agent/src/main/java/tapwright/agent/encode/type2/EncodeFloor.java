package tapwright.agent.encode.type2;

import tapwright.agent.reader.TagChannel;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.tag.TagSnapshot;
import tapwright.core.tag.write.WritePlan;

/**
 * The fewest exchanges that identify, write and byte-verify a blank tag.
 *
 * <p>With native commands GET_VERSION and one FAST_READ; without them the UID and the reads of
 * pages 00 to 07; then one write a page and the read-back. For 57 and 150 bytes on an NTAG216: 18
 * and 42, 22 and 52, and 39 and 87 through a reader that gives 4 bytes at once.
 */
final class EncodeFloor {

  private static final int NATIVE_IDENTIFICATION = 2;
  private static final int UID = 1;
  private static final int FIRST_LOOK_PAGES = 8;

  private EncodeFloor() {}

  static Checked<Integer> of(TagChannel channel, TagSnapshot tag, Bytes message) {
    return WritePlan.pagesOf(tag, message)
        .map(
            pages -> {
              int identification =
                  channel.passesNativeCommands()
                      ? NATIVE_IDENTIFICATION
                      : UID + Math.ceilDiv(FIRST_LOOK_PAGES, channel.pagesPerRead());
              int readBack = Math.ceilDiv(pages, channel.pagesPerRead());
              return identification + pages + readBack;
            });
  }
}
