package tapwright.server.record.key;

import java.time.Instant;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.card.SellerId;

/**
 * A person whom cards speak for, by no name.
 *
 * @param id our key
 * @param known what makes the person known again and readable; gone for ever once forgotten
 * @param at since when the person is known, or forgotten
 */
public record Holder(String id, SellerId seller, Optional<Known> known, Instant at) {

  /**
   * What goes when a person is forgotten.
   *
   * @param mark the same for the same person of one seller, and telling nothing of who that is
   * @param wrappedKey the key of the person's contacts, readable with the installation's key only
   */
  public record Known(Bytes mark, Bytes wrappedKey) {}

  /** The key of a holder who is not forgotten. */
  public HolderKey key() {
    return known
        .map(there -> new HolderKey(id, there.wrappedKey()))
        .orElseThrow(() -> new IllegalStateException("holder " + id + " is forgotten"));
  }
}
