package tapwright.server.record.card;

import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.server.record.key.HolderKey;

/**
 * A contact as it is kept.
 *
 * @param sealed readable with its key only
 * @param key whose key that is; empty for the installation's, which earlier versions used
 */
public record SealedContact(Bytes sealed, Optional<HolderKey> key) {}
