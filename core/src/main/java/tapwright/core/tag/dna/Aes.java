package tapwright.core.tag.dna;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import tapwright.core.Bytes;

/** AES-128 over whole blocks (FIPS 197), alone or chained (NIST SP 800-38A, section 6.2). */
final class Aes {

  static final int BLOCK = 16;

  private static final Bytes ZERO_BLOCK = Bytes.zeros(BLOCK);
  private static final Bytes PADDING_START = Bytes.of(0x80);

  /**
   * One a thread, since looking an implementation up takes longer than all that is done with it. It
   * is given its key anew for each run, and keeps the last one until then.
   */
  private static final ThreadLocal<Cipher> CIPHER = ThreadLocal.withInitial(Aes::cipher);

  private Aes() {}

  /** One block, enciphered. */
  static Bytes block(AesKey key, Bytes block) {
    return cbc(Cipher.ENCRYPT_MODE, key, ZERO_BLOCK, block);
  }

  /** Whole blocks, enciphered. */
  static Bytes encipher(AesKey key, Bytes iv, Bytes plain) {
    return cbc(Cipher.ENCRYPT_MODE, key, iv, plain);
  }

  /** Whole blocks, enciphered with an initial vector of zeros. */
  static Bytes encipher(AesKey key, Bytes plain) {
    return encipher(key, ZERO_BLOCK, plain);
  }

  /** Whole blocks, deciphered. */
  static Bytes decipher(AesKey key, Bytes iv, Bytes enciphered) {
    return cbc(Cipher.DECRYPT_MODE, key, iv, enciphered);
  }

  /** Whole blocks, deciphered with an initial vector of zeros. */
  static Bytes decipher(AesKey key, Bytes enciphered) {
    return decipher(key, ZERO_BLOCK, enciphered);
  }

  /** A bit 1 and as many bits 0 as fill the last block (ISO/IEC 9797-1, padding method 2). */
  static Bytes padded(Bytes data) {
    return data.plus(PADDING_START).padTo((data.size() / BLOCK + 1) * BLOCK);
  }

  /** How much of the data stands before its padding; -1 where there is no padding. */
  static int sizeWithoutPadding(Bytes padded) {
    int last = padded.size() - 1;
    while (last >= 0 && padded.at(last) == 0) {
      last--;
    }
    return last >= 0 && padded.at(last) == PADDING_START.at(0) ? last : -1;
  }

  private static Bytes cbc(int mode, AesKey key, Bytes iv, Bytes data) {
    try {
      Cipher cipher = CIPHER.get();
      cipher.init(
          mode, new SecretKeySpec(key.value().toArray(), "AES"), new IvParameterSpec(iv.toArray()));
      return Bytes.copyOf(cipher.doFinal(data.toArray()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES takes whole blocks and keys of 16 bytes", e);
    }
  }

  private static Cipher cipher() {
    try {
      return Cipher.getInstance("AES/CBC/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES over whole blocks", e);
    }
  }
}
