package tapwright.core.tag.dna;

import tapwright.core.Bytes;

/** The message authentication code CMAC over AES-128 (RFC 4493, NIST SP 800-38B). */
public final class AesCmac {

  /** How many bytes of a code an NTAG 424 DNA shows. */
  public static final int TRUNCATED_SIZE = 8;

  /** The constant Rb for blocks of 128 bits (RFC 4493, section 2.3). */
  private static final int RB = 0x87;

  private AesCmac() {}

  /** The whole code, 16 bytes. */
  public static Bytes of(AesKey key, Bytes message) {
    boolean whole = !message.isEmpty() && message.size() % Aes.BLOCK == 0;
    return whole ? ofWhole(key, message) : ofPadded(key, Aes.padded(message));
  }

  /**
   * The code's second, fourth, and so on to its sixteenth byte: MACt (NT4H2421Gx data sheet,
   * section 9.1.3).
   */
  public static Bytes truncated(AesKey key, Bytes message) {
    Bytes whole = of(key, message);
    byte[] half = new byte[TRUNCATED_SIZE];
    for (int i = 0; i < TRUNCATED_SIZE; i++) {
      half[i] = (byte) whole.at(2 * i + 1);
    }
    return Bytes.copyOf(half);
  }

  /** The code of a message that filled its blocks: subkey K1 goes into the last one. */
  private static Bytes ofWhole(AesKey key, Bytes blocks) {
    return chained(key, blocks, doubled(Aes.block(key, Bytes.zeros(Aes.BLOCK))));
  }

  /** The code of a message that was padded: subkey K2 goes into the last block. */
  static Bytes ofPadded(AesKey key, Bytes blocks) {
    return chained(key, blocks, doubled(doubled(Aes.block(key, Bytes.zeros(Aes.BLOCK)))));
  }

  private static Bytes chained(AesKey key, Bytes blocks, Bytes subkey) {
    int last = blocks.size() - Aes.BLOCK;
    Bytes masked = blocks.with(last, xor(blocks.sliceFrom(last), subkey));
    return Aes.encipher(key, masked).sliceFrom(last);
  }

  /** A block doubled in the field of 2^128 elements (RFC 4493, section 2.3). */
  private static Bytes doubled(Bytes block) {
    byte[] doubled = new byte[Aes.BLOCK];
    for (int i = 0; i < Aes.BLOCK; i++) {
      int carry = i + 1 < Aes.BLOCK ? block.at(i + 1) >> 7 : (block.at(0) >> 7) * RB;
      doubled[i] = (byte) ((block.at(i) << 1) ^ carry);
    }
    return Bytes.copyOf(doubled);
  }

  /** Two runs of the same size, bit by bit exclusive. */
  static Bytes xor(Bytes one, Bytes other) {
    byte[] mixed = one.toArray();
    for (int i = 0; i < mixed.length; i++) {
      mixed[i] = (byte) (mixed[i] ^ other.at(i));
    }
    return Bytes.copyOf(mixed);
  }
}
