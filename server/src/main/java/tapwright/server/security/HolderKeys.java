package tapwright.server.security;

import java.util.random.RandomGenerator;
import javax.crypto.spec.SecretKeySpec;
import tapwright.core.Bytes;
import tapwright.core.card.SellerId;
import tapwright.server.record.key.DataKey;
import tapwright.server.record.key.HolderKey;

/**
 * The keys of holders, each wrapped by a key of the installation.
 *
 * <p>One is in memory for as long as one thing is opened: once it is taken off the record, no
 * server remembers it.
 */
final class HolderKeys {

  private final Envelope wrapping;
  private final RandomGenerator random;

  HolderKeys(Keys keys, RandomGenerator random) {
    this.wrapping = new Envelope(keys.aes("holder keys"), Envelope.Whose.INSTALLATION, random);
    this.random = random;
  }

  HolderKey draw(String holderId, SellerId seller) {
    byte[] drawn = new byte[DataKey.BYTES];
    random.nextBytes(drawn);
    return new HolderKey(holderId, wrapping.seal(Bytes.copyOf(drawn), place(seller, holderId)));
  }

  Envelope envelope(HolderKey key, SellerId seller) {
    Bytes unwrapped = wrapping.openBytes(key.wrapped(), place(seller, key.holder()));
    return new Envelope(
        new SecretKeySpec(unwrapped.toArray(), "AES"), Envelope.Whose.HOLDER, random);
  }

  private static String place(SellerId seller, String holder) {
    return seller + "/" + holder;
  }
}
