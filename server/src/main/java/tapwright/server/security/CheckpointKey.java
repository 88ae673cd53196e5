package tapwright.server.security;

import javax.crypto.SecretKey;
import tapwright.core.Bytes;
import tapwright.server.record.key.CheckpointSeal;

/** {@link CheckpointSeal} under a key of its own below the installation's. */
public final class CheckpointKey implements CheckpointSeal {

  private final SecretKey key;

  public CheckpointKey(Keys keys) {
    this.key = keys.hmac("checkpoint");
  }

  @Override
  public Bytes seal(Bytes hash) {
    return Bytes.copyOf(Keys.mac(key).doFinal(hash.toArray()));
  }
}
