package tapwright.server.record.order;

import tapwright.core.Bytes;

/**
 * What makes a request that is sent again known again.
 *
 * @param key chosen by who sends it
 * @param bodyHash SHA-256 of what it was sent with
 */
public record IdempotencyKey(String key, Bytes bodyHash) {}
