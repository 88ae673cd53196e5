package tapwright.agent.emulator;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tapwright.core.Bytes;

/**
 * The mutual authentication of Ultralight C with its two-key 3DES (MF0ICU2 data sheet section
 * 7.5.5): CBC through all three messages, the vector zero at first.
 *
 * <pre>
 * reader  1A 00
 * chip    AF E(RndB)
 * reader  AF E(RndA || RndB rotated left by a byte)
 * chip    00 E(RndA rotated left by a byte)
 * </pre>
 *
 * <p>RndB is no secret here: it follows from a count, so that sessions can be repeated.
 */
final class UltralightCKey {

  static final int FIRST_PAGE = 0x2C;
  static final int PAGES = 4;

  /** "BREAKMEIFYOUCAN!" in the order of the pages (section 7.5.10, table 13). */
  static final Bytes FACTORY_PAGES = Bytes.ofHex("42524541 4B4D4549 46594F55 43414E21");

  private static final int BLOCK = 8;
  private static final int CHALLENGES_STEP = 0x1F;

  private int challenges;
  private @Nullable Bytes rndB;
  private Bytes vector = Bytes.zeros(BLOCK);

  /** The first answer: AF and the challenge. */
  Bytes begin(Bytes pages) {
    challenges += CHALLENGES_STEP;
    Bytes challenge = Bytes.of(challenges & 0xFF, 1, 2, 3, 4, 5, 6, challenges >> 8 & 0xFF);
    rndB = challenge;
    vector = crypt(Cipher.ENCRYPT_MODE, pages, Bytes.zeros(BLOCK), challenge);
    return Bytes.of(0xAF).plus(vector);
  }

  boolean isBegun() {
    return rndB != null;
  }

  void forget() {
    rndB = null;
  }

  /** The second answer, empty when the reader does not know the key. */
  Bytes finish(Bytes pages, Bytes half) {
    Bytes expected = rndB;
    rndB = null;
    if (expected == null || half.size() != 2 * BLOCK) {
      return Bytes.EMPTY;
    }
    Bytes plain = crypt(Cipher.DECRYPT_MODE, pages, vector, half);
    if (!plain.sliceFrom(BLOCK).equals(rotated(expected))) {
      return Bytes.EMPTY;
    }
    Bytes answer = rotated(plain.slice(0, BLOCK));
    return Bytes.of(0).plus(crypt(Cipher.ENCRYPT_MODE, pages, half.sliceFrom(BLOCK), answer));
  }

  private static Bytes rotated(Bytes bytes) {
    return bytes.sliceFrom(1).plus(bytes.slice(0, 1));
  }

  private static Bytes crypt(int mode, Bytes pages, Bytes vector, Bytes data) {
    try {
      Cipher cipher = Cipher.getInstance("DESede/CBC/NoPadding");
      Bytes key = reversed(pages.slice(0, BLOCK)).plus(reversed(pages.sliceFrom(BLOCK)));
      byte[] three = key.plus(key.slice(0, BLOCK)).toArray();
      cipher.init(mode, new SecretKeySpec(three, "DESede"), new IvParameterSpec(vector.toArray()));
      return Bytes.copyOf(cipher.doFinal(data.toArray()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has 3DES", e);
    }
  }

  /** Each half of the key lies in memory with its last byte first (section 7.5.7, table 11). */
  private static Bytes reversed(Bytes half) {
    Bytes turned = Bytes.EMPTY;
    for (int i = half.size() - 1; i >= 0; i--) {
      turned = turned.plus(half.slice(i, i + 1));
    }
    return turned;
  }
}
