package tapwright.agent.encode;

import org.jspecify.annotations.Nullable;
import tapwright.core.Bytes;
import tapwright.core.Checked;
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
   * @param millis from the tag's arrival to the end of the last step
   * @param finished what was done with the tag beside its message
   */
  record Verified(
      Bytes message,
      int pagesWritten,
      int exchanges,
      @Nullable Integer counterBaseline,
      long millis,
      Finished finished)
      implements EncodeOutcome {

    /** A tag that stays as open as it was. */
    public Verified(
        Bytes message,
        int pagesWritten,
        int exchanges,
        @Nullable Integer counterBaseline,
        long millis) {
      this(message, pagesWritten, exchanges, counterBaseline, millis, Finished.NOTHING);
    }
  }

  /** The tag was not encoded: it shows what it showed before, or nothing. */
  record Refused(Refusal refusal) implements EncodeOutcome {}

  /** The outcome of steps that each may be refused. */
  static EncodeOutcome of(Checked<Verified> outcome) {
    return switch (outcome) {
      case Checked.Passed<Verified>(Verified verified) -> verified;
      case Checked.Refused<Verified>(Refusal refusal) -> new Refused(refusal);
    };
  }
}
