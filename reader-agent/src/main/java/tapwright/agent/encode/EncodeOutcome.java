package tapwright.agent.encode;

import org.jspecify.annotations.Nullable;
import tapwright.core.Bytes;
import tapwright.core.Refusal;

/** How an encoding ended, where the world did not fail. */
public sealed interface EncodeOutcome {

  /**
   * The tag holds the message, read back and equal byte for byte.
   *
   * @param message the one of the request's messages that was written
   * @param pagesWritten 0 when the tag held it already
   * @param exchanges commands sent to the tag from its identification to the last read
   * @param counterBaseline the read counter after the station's own reads; null where the chip does
   *     not count or does not tell
   * @param millis from the tag's arrival to the equal read-back
   */
  record Verified(
      Bytes message,
      int pagesWritten,
      int exchanges,
      @Nullable Integer counterBaseline,
      long millis)
      implements EncodeOutcome {}

  /** The tag was not encoded: it shows what it showed before, or nothing. */
  record Refused(Refusal refusal) implements EncodeOutcome {}
}
