package tapwright.server.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import tapwright.core.Bytes;

/**
 * The keys of one installation, each derived from its master key for one purpose.
 *
 * <p>Derivation is the expand step of HKDF with SHA-256 (RFC 5869 section 2.3), one block long; the
 * master key is random, so that it needs no extract step.
 */
public final class Keys {

  /** 256 bits. */
  public static final int MASTER_BYTES = 32;

  private static final String HMAC = "HmacSHA256";
  private static final byte[] FIRST_BLOCK = {1};

  private final SecretKey master;

  /** The keys below this master key. */
  public Keys(byte[] master) {
    if (master.length != MASTER_BYTES) {
      throw new IllegalArgumentException(
          "master key has " + master.length + " bytes, allowed are " + MASTER_BYTES);
    }
    this.master = new SecretKeySpec(master, HMAC);
  }

  /** A value that only these keys have and that tells nothing of them. */
  public Bytes check() {
    return tag(hmac("key check"), "the keys of this record");
  }

  SecretKey aes(String purpose) {
    return new SecretKeySpec(derive(purpose), "AES");
  }

  SecretKey hmac(String purpose) {
    return new SecretKeySpec(derive(purpose), HMAC);
  }

  private byte[] derive(String purpose) {
    Mac mac = mac(master);
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
