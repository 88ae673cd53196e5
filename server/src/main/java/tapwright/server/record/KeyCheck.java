package tapwright.server.record;

import java.util.Optional;
import tapwright.core.Bytes;

/**
 * What tells on a record of an earlier version which master key it was made with, without telling
 * the key. Newer ones have {@link tapwright.server.record.key.DataKeys} instead.
 */
public interface KeyCheck {

  /** The check value of the master key; empty for a record that no earlier version used keys on. */
  Optional<Bytes> value();
}
