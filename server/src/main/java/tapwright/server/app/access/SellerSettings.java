package tapwright.server.app.access;

import tapwright.server.record.seller.Activation;

/**
 * A seller's own settings, as they may be shown.
 *
 * @param derivesKeys whether the keys of its chips are derived from a master key of its own
 * @param sharePage whether its cards have a page that shows whose they are
 */
public record SellerSettings(Activation activation, boolean derivesKeys, boolean sharePage) {}
