package tapwright.core.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the server knows of a chip.
 *
 * @param standing whose it is
 * @param cardId the card that it is or was; absent for a free chip and for another seller's card
 * @param since when the card came to that; absent likewise
 */
public record UidReply(Standing standing, @Nullable String cardId, @Nullable Instant since) {

  /** Whose a chip can be. */
  public enum Standing {
    /** Nobody's. */
    FREE,
    /** A card's that is in use, or is on its way there. */
    LIVE,
    /** A card's that has come to its end. */
    REVOKED,
    /** A card's that was read back with something wrong and waits for a person. */
    STOPPED
  }
}
