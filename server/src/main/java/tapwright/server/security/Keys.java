package tapwright.server.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import tapwright.core.Bytes;
import tapwright.server.record.key.DataKey;

/**
 * The keys below one key, each derived from it for one purpose: those of an installation below its
 * root key, and what wraps data keys below a master key.
 *
 * <p>Derivation is the expand step of HKDF with SHA-256 (RFC 5869 section 2.3), one block long; the
 * key above is random, so that it needs no extract step.
 */
public final class Keys {

  /** 256 bits. */
  public static final int MASTER_BYTES = DataKey.BYTES;

  private static final String HMAC = "HmacSHA256";
  private static final byte[] FIRST_BLOCK = {1};

  private final SecretKey above;

  /** The keys below this one. */
  public Keys(DataKey above) {
    this.above = new SecretKeySpec(above.value().toArray(), HMAC);
  }

  /** The keys below a key of these bytes. */
  public Keys(byte[] above) {
    this(new DataKey(Bytes.copyOf(above)));
  }

  /** A value that only these keys have and that tells nothing of them. */
  Bytes check() {
    return tag(hmac("key check"), "the keys of this record");
  }

  SecretKey aes(String purpose) {
    return new SecretKeySpec(derive(purpose), "AES");
  }

  SecretKey hmac(String purpose) {
    return new SecretKeySpec(derive(purpose), HMAC);
  }

  private byte[] derive(String purpose) {
    Mac mac = mac(above);
    mac.update(("tapwright " + purpose).getBytes(StandardCharsets.UTF_8));
    return mac.doFinal(FIRST_BLOCK);
  }

  static Mac mac(SecretKey key) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      return mac;
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw missing(e);
    }
  }

  static Bytes tag(SecretKey key, String text) {
    return Bytes.copyOf(mac(key).doFinal(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** A platform without AES-GCM or HMAC-SHA-256 is none that Java allows. */
  static IllegalStateException missing(GeneralSecurityException e) {
    return new IllegalStateException("this Java lacks what every Java must have", e);
  }

  /** Says nothing: keys are never shown. */
  @Override
  public String toString() {
    return "Keys";
  }
}
