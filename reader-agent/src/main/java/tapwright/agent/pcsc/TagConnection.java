package tapwright.agent.pcsc;

import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.tag.Uid;

/** A tag in a reader's field, connected to for one presentation and by one thread. */
public interface TagConnection extends Transport, AutoCloseable {

  /** What the reader says the tag is. */
  Atr atr();

  /** The UID that the reader found when it selected the tag; empty where it does not tell. */
  Optional<Uid> uid();

  /**
   * Has the reader switch its field off and on and select the tag anew, as a halted tag needs.
   *
   * @throws ReaderFault.TagGone when it is not there any more, or another tag is in its place
   */
  void reactivate();

  /**
   * Hands the reader a command for itself by SCardControl, where driver and platform let it
   * through; false when it was not taken.
   */
  default boolean escape(Bytes command) {
    return false;
  }

  /** Lets go of the tag and leaves it powered. */
  @Override
  void close();
}
