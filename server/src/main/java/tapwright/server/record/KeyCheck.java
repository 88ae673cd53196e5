package tapwright.server.record;

import java.time.Instant;
import java.util.Optional;
import tapwright.core.Bytes;

/** What tells on record which keys it was made with, without telling the keys. */
public interface KeyCheck {

  /** The check value of the keys; empty for a record that no keys were used on yet. */
  Optional<Bytes> value();

  void set(Bytes value, Instant now);
}
