package tapwright.server.record.seller;

import tapwright.core.card.SellerId;

/**
 * Who sells cards through this server.
 *
 * @param id the seller's name
 * @param activation what brings this seller's cards into use
 */
public record Seller(SellerId id, Activation activation) {}
