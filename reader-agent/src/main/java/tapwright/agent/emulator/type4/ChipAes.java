package tapwright.agent.emulator.type4;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import tapwright.core.Bytes;
import tapwright.core.tag.dna.AesKey;

/** The chip's AES engine: whole blocks, chained. */
final class ChipAes {

  static final int BLOCK = 16;

  private ChipAes() {}

  static Bytes encipher(AesKey key, Bytes iv, Bytes data) {
    return run(Cipher.ENCRYPT_MODE, key, iv, data);
  }

  static Bytes decipher(AesKey key, Bytes iv, Bytes data) {
    return run(Cipher.DECRYPT_MODE, key, iv, data);
  }

  /** With an initial vector of zeros, as the authentication has it. */
  static Bytes encipher(AesKey key, Bytes data) {
    return encipher(key, Bytes.zeros(BLOCK), data);
  }

  /** With an initial vector of zeros, as the authentication has it. */
  static Bytes decipher(AesKey key, Bytes data) {
    return decipher(key, Bytes.zeros(BLOCK), data);
  }

  static Bytes xor(Bytes one, Bytes other) {
    byte[] mixed = one.toArray();
    for (int i = 0; i < mixed.length; i++) {
      mixed[i] = (byte) (mixed[i] ^ other.at(i));
    }
    return Bytes.copyOf(mixed);
  }

  private static Bytes run(int mode, AesKey key, Bytes iv, Bytes data) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
      cipher.init(
          mode,
          new SecretKeySpec(key.value().toArray(), "AES"),
          new IvParameterSpec(iv.toArray()));
      return Bytes.copyOf(cipher.doFinal(data.toArray()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES over whole blocks", e);
    }
  }
}
