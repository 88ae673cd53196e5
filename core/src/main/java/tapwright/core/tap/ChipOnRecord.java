package tapwright.core.tap;

import java.util.Optional;
import tapwright.core.tag.Uid;
import tapwright.core.tag.dna.SunKeys;

/**
 * What is known of the chip in a card.
 *
 * @param uid empty until a station has made the card
 * @param counterBaseline the chip's read counter when it left the station; -1 where it does not
 *     count
 * @param keys what its signed links are verified with; empty where it does not sign
 */
public record ChipOnRecord(Optional<Uid> uid, int counterBaseline, Optional<SunKeys> keys) {

  /** The baseline of a chip that does not count. */
  public static final int NOT_COUNTING = -1;

  /** A chip that does not sign its link. */
  public ChipOnRecord(Optional<Uid> uid, int counterBaseline) {
    this(uid, counterBaseline, Optional.empty());
  }

  boolean counts() {
    return counterBaseline != NOT_COUNTING;
  }
}
