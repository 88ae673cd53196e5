package tapwright.agent.station.journal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import tapwright.agent.station.StationFault;
import tapwright.core.Bytes;

/**
 * Texts under AES-256-GCM (NIST SP 800-38D), each bound to its owner.
 *
 * <pre>
 * "sealed:1:"   then in Base64: nonce of 12 bytes, ciphertext of the text in UTF-8, tag of 16 bytes
 * associated    the owner, so that what was moved to another does not open
 * </pre>
 */
final class ContentCipher {

  private static final String MARK = "sealed:1:";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  /** Kept in the clear beside what is sealed, so that a wrong key is known before it is used. */
  private static final Bytes CHECKED = Bytes.ofUtf8("tapwright journal key");

  private final Bytes key;

  ContentCipher(Bytes key) {
    this.key = key;
  }

  static boolean isSealed(String text) {
    return text.startsWith(MARK);
  }

  /** Tells this key from others, and nothing of it: SHA-256 of 256 random bits is not reversed. */
  String fingerprint() {
    return CHECKED.plus(key).sha256().toHex();
  }

  /**
   * Tells a text from others (HMAC-SHA-256, RFC 2104). A plain hash of a password of 32 bits would
   * be as good as the password; without the key this one is not.
   */
  String codeOf(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.toArray(), "HmacSHA256"));
      return Bytes.copyOf(mac.doFinal(text.getBytes(StandardCharsets.UTF_8))).toHex();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  String seal(String text, String owner, RandomGenerator random) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed =
        process(Cipher.ENCRYPT_MODE, nonce, owner, text.getBytes(StandardCharsets.UTF_8));
    Bytes whole = Bytes.copyOf(nonce).plus(Bytes.copyOf(sealed));
    return MARK + Base64.getEncoder().encodeToString(whole.toArray());
  }

  String open(String sealed, String owner) {
    Bytes whole = Bytes.copyOf(Base64.getDecoder().decode(sealed.substring(MARK.length())));
    byte[] nonce = whole.slice(0, NONCE_BYTES).toArray();
    byte[] text =
        process(Cipher.DECRYPT_MODE, nonce, owner, whole.sliceFrom(NONCE_BYTES).toArray());
    return new String(text, StandardCharsets.UTF_8);
  }

  private byte[] process(int mode, byte[] nonce, String owner, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          mode, new SecretKeySpec(key.toArray(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new StationFault.JournalBroken("opening what is sealed for " + owner, e);
    }
  }

  /** Says nothing: keys are never shown. */
  @Override
  public String toString() {
    return "ContentCipher";
  }
}
