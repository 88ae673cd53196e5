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
 * Texts and keys under AES-256-GCM (NIST SP 800-38D), each bound to its place.
 *
 * <pre>
 * byte 0       version of this envelope, 1
 * bytes 1-4    whose key: {@link Whose}
 * bytes 5-16   nonce, random
 * bytes 17-    ciphertext (of a text: in UTF-8), then the tag of 16 bytes
 * associated   the place, so that what was moved elsewhere does not open
 * </pre>
 */
final class Envelope {

  private static final byte VERSION = 1;
  private static final int NONCE_BYTES = 12;
  private static final int HEAD_BYTES = 5 + NONCE_BYTES;
  private static final int TAG_BITS = 128;

  private final SecretKey key;
  private final Whose whose;
  private final RandomGenerator random;

  /** Whose key an envelope is under; which of those, its place says. */
  enum Whose {
    /** One that is derived from the installation's root key. */
    INSTALLATION(1),
    /** A holder's, which stands wrapped beside the envelope. */
    HOLDER(2),
    /** One that is derived from a master key. */
    MASTER(3);

    private final int number;

    Whose(int number) {
      this.number = number;
    }
  }

  /** The random generator gives nonces; it must not repeat itself. */
  Envelope(SecretKey key, Whose whose, RandomGenerator random) {
    this.key = key;
    this.whose = whose;
    this.random = random;
  }

  Bytes seal(String text, String place) {
    return seal(Bytes.ofUtf8(text), place);
  }

  Bytes seal(Bytes plain, String place) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(plain.toArray());
      ByteBuffer envelope = ByteBuffer.allocate(HEAD_BYTES + sealed.length);
      envelope.put(VERSION).putInt(whose.number).put(nonce).put(sealed);
      return Bytes.copyOf(envelope.array());
    } catch (GeneralSecurityException e) {
      throw Keys.missing(e);
    }
  }

  /** The text; what does not open is a defect of ours or under another key. */
  String open(Bytes sealed, String place) {
    return new String(openBytes(sealed, place).toArray(), StandardCharsets.UTF_8);
  }

  /** The bytes; what does not open is a defect of ours or under another key. */
  Bytes openBytes(Bytes sealed, String place) {
    ByteBuffer envelope = ByteBuffer.wrap(sealed.toArray());
    if (sealed.size() < HEAD_BYTES
        || envelope.get() != VERSION
        || envelope.getInt() != whose.number) {
      throw new IllegalStateException("what was sealed for " + place + " has an unknown envelope");
    }
    byte[] nonce = new byte[NONCE_BYTES];
    envelope.get(nonce);
    try {
      return Bytes.copyOf(
          cipher(Cipher.DECRYPT_MODE, nonce, place)
              .doFinal(sealed.sliceFrom(HEAD_BYTES).toArray()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "what was sealed for " + place + " does not open with the key at hand", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
