package tapwright.core.wire;

import org.jspecify.annotations.Nullable;

/**
 * What a chip on a station's reader shall hold by now.
 *
 * @param standing whether anything is to be written
 * @param cardId the card that the chip is in; absent where this seller has none
 * @param job what is to be written; present exactly with {@link Standing#STALE}
 */
public record RewriteReply(Standing standing, @Nullable String cardId, @Nullable EncodeJob job) {

  /** Whether a chip is to be written anew. */
  public enum Standing {
    /** It holds another contact than its card speaks for. */
    STALE,
    /** It holds what it shall. */
    CURRENT,
    /** It holds another contact and is locked for ever. */
    LOCKED,
    /** It holds another contact and signs its link: written anew, its counter would begin again. */
    SIGNED,
    /** Its card came to its end. */
    ENDED,
    /** No card of this seller has it. */
    UNKNOWN
  }
}
