package tapwright.server.record.claim;

import tapwright.core.Bytes;
import tapwright.server.record.key.HolderKey;

/**
 * A customer's words or file as they are kept.
 *
 * @param sealed readable with its key only
 * @param key whose key that is
 */
public record SealedText(Bytes sealed, HolderKey key) {}
