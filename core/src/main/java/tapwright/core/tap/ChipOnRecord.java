package tapwright.core.tap;

import java.util.Optional;
import tapwright.core.tag.Uid;

/**
 * What is known of the chip in a card.
 *
 * @param uid empty until a station has made the card
 * @param counterBaseline the chip's read counter when it left the station; -1 where it does not
 *     mirror its counter
 */
public record ChipOnRecord(Optional<Uid> uid, int counterBaseline) {

  /** The baseline of a chip that does not mirror its counter. */
  public static final int NOT_COUNTING = -1;

  boolean mirrors() {
    return counterBaseline != NOT_COUNTING;
  }
}
