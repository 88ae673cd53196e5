package tapwright.core.tag;

/**
 * What a chip puts into the text that is read (NTAG213/215/216 data sheet, section 8.7, table 11).
 */
public enum MirrorContent {
  NONE(0b00, 0),
  UID(0b01, 14),
  COUNTER(0b10, 6),
  UID_AND_COUNTER(0b11, 21);

  private final int bits;
  private final int characters;

  MirrorContent(int bits, int characters) {
    this.bits = bits;
    this.characters = characters;
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
    return characters;
  }
}
