package tapwright.server.app.access;

import tapwright.server.record.seller.Activation;

/**
 * A seller's own settings, as they may be shown.
 *
 * @param derivesKeys whether the keys of its chips are derived from a master key of its own
 */
public record SellerSettings(Activation activation, boolean derivesKeys) {}
