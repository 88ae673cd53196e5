package tapwright.server.record.seller;

import tapwright.core.card.SellerId;

/**
 * Who sells cards through this server.
 *
 * @param id the seller's name
 * @param activation what brings this seller's cards into use
 * @param sharePage whether a card has a page that shows whose it is
 */
public record Seller(SellerId id, Activation activation, boolean sharePage) {

  /** A seller that has set nothing else. */
  public Seller(SellerId id, Activation activation) {
    this(id, activation, true);
  }
}
