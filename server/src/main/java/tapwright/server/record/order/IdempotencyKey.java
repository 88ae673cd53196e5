package tapwright.server.record.order;

import tapwright.core.Bytes;

/**
 * What makes a request that is sent again known again.
 *
 * @param key chosen by who sends it
 * @param bodyHash SHA-256 of what it was sent with
 */
public record IdempotencyKey(String key, Bytes bodyHash) {

  /** The key of a request that names in its path what it is about: of another it is another. */
  public IdempotencyKey about(String what) {
    return new IdempotencyKey(key, Bytes.ofUtf8(what).plus(bodyHash).sha256());
  }
}
