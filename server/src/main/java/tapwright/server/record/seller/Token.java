package tapwright.server.record.seller;

import java.time.Instant;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.card.SellerId;

/**
 * A secret by which a machine shows who it is; only its hash is on record.
 *
 * @param id the key of the token
 * @param seller for whom it speaks
 * @param scope what it is good for
 * @param name what staff call the machine; unique for a seller
 * @param hash SHA-256 of the secret, which has 256 random bits and so needs no slow hash
 * @param revokedAt since when it opens nothing
 */
public record Token(
    String id,
    SellerId seller,
    Scope scope,
    String name,
    Bytes hash,
    Instant createdAt,
    Optional<Instant> revokedAt) {

  public Token {
    if (hash.size() != 32) {
      throw new IllegalArgumentException("hash has " + hash.size() + " bytes, allowed are 32");
    }
  }
}
