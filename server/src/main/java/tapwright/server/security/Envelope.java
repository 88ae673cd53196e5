package tapwright.server.security;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import tapwright.core.Bytes;

/**
 * Texts under AES-256-GCM (NIST SP 800-38D), each bound to its place.
 *
 * <pre>
 * byte 0       version of this envelope, 1
 * bytes 1-4    which key, 1 for the installation's; keys per holder get numbers of their own
 * bytes 5-16   nonce, random
 * bytes 17-    ciphertext of the text in UTF-8, then the tag of 16 bytes
 * associated   the place, so that what was moved elsewhere does not open
 * </pre>
 */
final class Envelope {

  private static final byte VERSION = 1;
  private static final int INSTALLATION_KEY = 1;
  private static final int NONCE_BYTES = 12;
  private static final int HEAD_BYTES = 5 + NONCE_BYTES;
  private static final int TAG_BITS = 128;

  private final SecretKey key;
  private final RandomGenerator random;

  /** The random generator gives nonces; it must not repeat itself. */
  Envelope(SecretKey key, RandomGenerator random) {
    this.key = key;
    this.random = random;
  }

  Bytes seal(String text, String place) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(text.getBytes(StandardCharsets.UTF_8));
      ByteBuffer envelope = ByteBuffer.allocate(HEAD_BYTES + sealed.length);
      envelope.put(VERSION).putInt(INSTALLATION_KEY).put(nonce).put(sealed);
      return Bytes.copyOf(envelope.array());
    } catch (GeneralSecurityException e) {
      throw Keys.missing(e);
    }
  }

  /** The text; what does not open is a defect of ours or another key file. */
  String open(Bytes sealed, String place) {
    ByteBuffer envelope = ByteBuffer.wrap(sealed.toArray());
    if (sealed.size() < HEAD_BYTES
        || envelope.get() != VERSION
        || envelope.getInt() != INSTALLATION_KEY) {
      throw new IllegalStateException("what was sealed for " + place + " has an unknown envelope");
    }
    byte[] nonce = new byte[NONCE_BYTES];
    envelope.get(nonce);
    try {
      byte[] text =
          cipher(Cipher.DECRYPT_MODE, nonce, place).doFinal(sealed.sliceFrom(HEAD_BYTES).toArray());
      return new String(text, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "what was sealed for " + place + " does not open with this key file", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
