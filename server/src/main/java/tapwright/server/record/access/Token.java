package tapwright.server.record.access;

import tapwright.core.Bytes;
import tapwright.core.card.SellerId;

/**
 * A secret by which a machine shows who it is; only its hash is on record.
 *
 * @param id the key of the token
 * @param seller for whom it speaks
 * @param role what it may do
 * @param name what staff call the machine; unique for a seller
 * @param hash SHA-256 of the secret, which has 256 random bits and so needs no slow hash
 */
public record Token(
    String id, SellerId seller, Role role, String name, Bytes hash, TokenLife life) {

  public Token {
    if (hash.size() != 32) {
      throw new IllegalArgumentException("hash has " + hash.size() + " bytes, allowed are 32");
    }
  }
}
