package tapwright.core.tag.dna;

import tapwright.core.Bytes;

/**
 * An AES-128 key; never shown.
 *
 * @param value 16 bytes
 */
public record AesKey(Bytes value) {

  private static final int SIZE = 16;

  /**
   * What every key of a chip is when it leaves the factory (NT4H2421Gx data sheet, section
   * 8.2.4.2).
   */
  public static final AesKey FACTORY = new AesKey(Bytes.zeros(SIZE));

  public AesKey {
    if (value.size() != SIZE) {
      throw new IllegalArgumentException("key has " + value.size() + " bytes, allowed are 16");
    }
  }

  @Override
  public String toString() {
    return "an AES key";
  }
}
