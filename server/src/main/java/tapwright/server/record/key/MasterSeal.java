package tapwright.server.record.key;

import java.util.List;
import java.util.Optional;
import tapwright.core.Bytes;

/**
 * The master keys at hand, which wrap data keys and do nothing else.
 *
 * <p>The newest wraps; all of them unwrap, so that a change of the master key is nothing that all
 * nodes have to do at once.
 */
public interface MasterSeal {

  /** What tells each master key from others and nothing of it, newest first; at least one. */
  List<Bytes> masters();

  /** What tells the newest one. */
  default Bytes newest() {
    return masters().getFirst();
  }

  /** The key, wrapped by the newest master key. */
  WrappedKey wrap(String name, DataKey key);

  /** The key in the clear; empty where the master key that wraps it is not at hand. */
  Optional<DataKey> unwrap(WrappedKey key);

  /**
   * The master key that this value tells, itself used as a data key: earlier versions used it so,
   * and what they encrypted opens with nothing else.
   */
  Optional<DataKey> asDataKey(Bytes master);
}
