package tapwright.server.record.key;

import tapwright.core.Bytes;

/**
 * A data key as it is kept.
 *
 * @param name what it is for
 * @param master which master key wraps it, by the value of {@link MasterSeal#newest}
 * @param wrapped readable with that master key only
 */
public record WrappedKey(String name, Bytes master, Bytes wrapped) {}
