package tapwright.server.record.key;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The wrapped data keys on record. */
public interface DataKeys {

  Optional<WrappedKey> find(String name);

  /** All of them, by name. */
  List<WrappedKey> all();

  void add(WrappedKey key, Instant now);

  /** Replaces the key of that name by the same one, wrapped by another master key. */
  void rewrap(WrappedKey key, Instant now);
}
