package tapwright.server.record.card;

import java.util.Set;
import tapwright.core.Bytes;
import tapwright.core.tag.Uid;
import tapwright.core.wire.StationEvent;

/**
 * The chip in a card, as a station reported it.
 *
 * @param model as {@code NTAG215}
 * @param counterBaseline the read counter when it left the station; -1 where it does not count
 * @param keyVersion which run of a read counter its reads are in: one more with each chip that a
 *     station read back for the card
 * @param messageHash SHA-256 of the NDEF message that was read back; the message itself holds the
 *     contact, and so is not kept; empty where nobody here has read what it holds
 * @param finished what was done to it after that
 */
public record Chip(
    Uid uid,
    String model,
    int counterBaseline,
    int keyVersion,
    Bytes messageHash,
    Set<StationEvent.Finished> finished) {

  public Chip {
    finished = Set.copyOf(finished);
  }

  /** The chip with a message that nobody here has read. */
  public Chip holdingUnread() {
    return holding(Bytes.EMPTY);
  }

  /** The chip with another message; it goes on counting where it was. */
  public Chip holding(Bytes newMessageHash) {
    return new Chip(uid, model, counterBaseline, keyVersion, newMessageHash, finished);
  }
}
