package tapwright.server.security;

import java.util.random.RandomGenerator;
import tapwright.core.Bytes;
import tapwright.core.card.SellerId;
import tapwright.server.record.claim.SealedText;
import tapwright.server.record.claim.TextSeal;
import tapwright.server.record.key.HolderKey;

/** Customers' words and files in {@link Envelope}s under their holders' keys. */
public final class TextVault implements TextSeal {

  private final HolderKeys holders;

  /** The random generator gives nonces; it must be unguessable. */
  public TextVault(Keys keys, RandomGenerator random) {
    this.holders = new HolderKeys(keys, random);
  }

  @Override
  public SealedText seal(Bytes plain, HolderKey key, SellerId seller, String place) {
    return new SealedText(
        holders.envelope(key, seller).seal(plain, bound(seller, place, key)), key);
  }

  @Override
  public Bytes open(SealedText text, SellerId seller, String place) {
    return holders
        .envelope(text.key(), seller)
        .openBytes(text.sealed(), bound(seller, place, text.key()));
  }

  private static String bound(SellerId seller, String place, HolderKey key) {
    return seller + "/" + place + "/" + key.holder();
  }
}
