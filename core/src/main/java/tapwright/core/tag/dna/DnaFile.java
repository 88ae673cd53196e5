package tapwright.core.tag.dna;

/** A file of NTAG 424 DNA (NT4H2421Gx data sheet, section 8.2.3). */
public enum DnaFile {
  /** The capability container, E103. */
  CAPABILITY_CONTAINER(1, 0xE103, 32),

  /** The NDEF message, E104. */
  NDEF(2, 0xE104, 256),

  /** A file for whatever the maker of a product likes, E105. */
  PROPRIETARY(3, 0xE105, 128);

  private final int number;
  private final int isoId;
  private final int sizeBytes;

  DnaFile(int number, int isoId, int sizeBytes) {
    this.number = number;
    this.isoId = isoId;
    this.sizeBytes = sizeBytes;
  }

  /** Its number in native commands. */
  public int number() {
    return number;
  }

  /** Its identifier in ISO SELECT. */
  public int isoId() {
    return isoId;
  }

  public int sizeBytes() {
    return sizeBytes;
  }
}
