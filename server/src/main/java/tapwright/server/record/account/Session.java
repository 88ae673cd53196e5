package tapwright.server.record.account;

import java.time.Instant;
import tapwright.core.Bytes;
import tapwright.core.card.SellerId;

/**
 * A browser in which a person has signed in.
 *
 * @param hash SHA-256 of the secret in the browser's cookie, which has 256 random bits
 * @param account the key of the person's account
 * @param openedAt when the person signed in
 * @param seenAt when it was used last, to within a minute
 */
public record Session(
    Bytes hash, SellerId seller, String account, Instant openedAt, Instant seenAt) {

  public Session {
    if (hash.size() != 32) {
      throw new IllegalArgumentException("hash has " + hash.size() + " bytes, allowed are 32");
    }
  }
}
