package tapwright.agent.encode;

import java.util.Optional;
import tapwright.core.tag.PasswordSetting;
import tapwright.core.tag.dna.DnaKeys;

/**
 * What is done with a tag once it was read back equal; none of it can be begun before.
 *
 * @param lock whether everything that the message needs is made read-only, for ever
 * @param password what has to be known to change the tag from then on
 * @param keys the keys of an NTAG 424 DNA from then on
 */
public record Finish(boolean lock, Optional<PasswordSetting> password, Optional<DnaKeys> keys) {

  /** The tag stays as open as it is. */
  public static final Finish OPEN = new Finish(false, Optional.empty(), Optional.empty());

  /** This finish with these keys. */
  public Finish withKeys(Optional<DnaKeys> given) {
    return new Finish(lock, password, given);
  }

  /** Whether nothing is to be done. */
  public boolean isOpen() {
    return equals(OPEN);
  }
}
