package tapwright.server.record.seller;

import java.util.Optional;
import tapwright.core.card.SellerId;

/**
 * Who sells cards through this server.
 *
 * @param id the seller's name
 * @param activation what brings this seller's cards into use
 * @param sharePage whether a card has a page that shows whose it is
 * @param host what its links begin with; absent for that of the server
 */
public record Seller(SellerId id, Activation activation, boolean sharePage, Optional<String> host) {

  /** A seller that has set nothing else. */
  public Seller(SellerId id, Activation activation) {
    this(id, activation, true, Optional.empty());
  }
}
