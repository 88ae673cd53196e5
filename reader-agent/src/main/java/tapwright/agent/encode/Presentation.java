package tapwright.agent.encode;

import java.time.Duration;
import tapwright.agent.reader.Signal;
import tapwright.core.tag.Uid;
import tapwright.core.tag.originality.Originality;

/** A tag in the field, identified; of use until it leaves or is closed. */
public interface Presentation extends AutoCloseable {

  /** The chip's UID. */
  Uid uid();

  /** The chip's model as staff know it, as {@code NTAG215}. */
  String modelName();

  /**
   * Writes what is asked and reads it back; nothing is written when it is there already.
   *
   * <p>A tag torn by an earlier attempt is finished, whatever it reads as now.
   */
  EncodeOutcome encode(EncodeRequest request);

  /** The same, written down before the first page changes and after the read-back. */
  EncodeOutcome encode(EncodeRequest request, WriteRecord record);

  /**
   * What the chip's signature says of where it comes from; asked before what cannot be undone, and
   * one exchange where the chip can be asked.
   */
  default Originality originality() {
    return Originality.NOT_ASKED;
  }

  /** Whether any write was sent to the tag in this presentation, taken or not. */
  boolean wasWritten();

  /** Whether the tag is known to show nothing now; what was not read may show anything. */
  boolean isKnownEmpty();

  /**
   * Has the reader tell by lamp and buzzer how it went, where it can; never an exchange, never a
   * fault.
   */
  default void signal(Signal signal) {}

  /** Waits for the tag to leave the field; false when it is still there after the timeout. */
  boolean awaitRemoval(Duration timeout);

  @Override
  void close();
}
