package tapwright.server.record.account;

import java.time.Instant;
import java.util.Optional;
import tapwright.core.Bytes;

/**
 * Tries to sign in, by what they came from and went to.
 *
 * <p>A key tells neither: it is a keyed hash of an address, or of a seller and a name that need not
 * be on record. So these are of the record as a whole and of no seller.
 */
public interface SignInTries {

  Optional<Tries> of(Bytes key);

  void set(Bytes key, Tries tries);

  void clear(Bytes key);

  /** Forgets tries that are older; answers how many keys. */
  int forgetBefore(Instant before);
}
