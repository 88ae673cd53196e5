package tapwright.core.tag;

import tapwright.core.Bytes;

/**
 * What a chip puts into the text that is read (NTAG213/215/216 data sheet, section 8.7, table 11).
 */
public enum MirrorContent {
  NONE(0b00, ""),
  UID(0b01, "00000000000000"),
  COUNTER(0b10, "000000"),
  UID_AND_COUNTER(0b11, "00000000000000x000000");

  private final int bits;
  private final String placeholder;

  MirrorContent(int bits, String placeholder) {
    this.bits = bits;
    this.placeholder = placeholder;
  }

  static MirrorContent ofBits(int bits) {
    return values()[bits & 0b11];
  }

  /** MIRROR_CONF, bits 7 and 6 of the MIRROR byte. */
  int bits() {
    return bits;
  }

  /** How many characters of text it covers. */
  public int characters() {
    return placeholder.length();
  }

  /** What a message has where it is meant to be covered. */
  public Bytes placeholder() {
    return Bytes.ofUtf8(placeholder);
  }
}
