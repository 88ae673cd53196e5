package tapwright.server.record.key;

import tapwright.core.Bytes;

/**
 * The key that a holder's contacts are encrypted with, as it is kept.
 *
 * @param holder the id of whose it is
 * @param wrapped readable with the installation's key only
 */
public record HolderKey(String holder, Bytes wrapped) {}
