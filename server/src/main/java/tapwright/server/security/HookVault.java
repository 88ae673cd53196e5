package tapwright.server.security;

import java.util.random.RandomGenerator;
import tapwright.core.Bytes;
import tapwright.core.card.SellerId;
import tapwright.core.notice.HookSecret;
import tapwright.server.record.hook.HookSeal;

/** The secrets of endpoints in {@link Envelope}s of a key of their own. */
public final class HookVault implements HookSeal {

  private final Envelope envelope;
  private final RandomGenerator random;

  /** The random generator gives secrets and nonces; it must be unguessable. */
  public HookVault(Keys keys, RandomGenerator random) {
    this.envelope = new Envelope(keys.aes("webhook secrets"), Envelope.Whose.INSTALLATION, random);
    this.random = random;
  }

  @Override
  public HookSecret draw() {
    byte[] drawn = new byte[HookSecret.BYTES];
    random.nextBytes(drawn);
    return new HookSecret(Bytes.copyOf(drawn));
  }

  @Override
  public Bytes seal(HookSecret secret, SellerId seller, String webhook) {
    return envelope.seal(secret.key(), place(seller, webhook));
  }

  @Override
  public HookSecret open(Bytes sealed, SellerId seller, String webhook) {
    return new HookSecret(envelope.openBytes(sealed, place(seller, webhook)));
  }

  private static String place(SellerId seller, String webhook) {
    return seller + "/webhook " + webhook;
  }
}
