package tapwright.core.tag;

import tapwright.core.Bytes;

/**
 * The number a chip gives itself (NFCID1, ISO/IEC 14443-3 section 6.5.4); public, proves nothing.
 *
 * @param value 4, 7 or 10 bytes
 */
public record Uid(Bytes value) {

  public Uid {
    if (value.size() != 4 && value.size() != 7 && value.size() != 10) {
      throw new IllegalArgumentException(
          "uid has " + value.size() + " bytes, allowed are 4, 7 and 10");
    }
  }

  public static Uid ofHex(String digits) {
    return new Uid(Bytes.ofHex(digits));
  }

  /** Upper-case hexadecimal digits. */
  @Override
  public String toString() {
    return value.toHex();
  }
}
