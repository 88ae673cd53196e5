package tapwright.core.tag.dna;

import tapwright.core.Bytes;

/**
 * Commands that the worked examples of {@link An12196} use beside those that the product does, by
 * their section in the NT4H2421Gx data sheet.
 */
public final class An12196Commands {

  private static final int GET_CARD_UID = 0x51;
  private static final int GET_KEY_VERSION = 0x64;
  private static final int READ_DATA = 0xAD;
  private static final int WRITE_DATA = 0x8D;

  private An12196Commands() {}

  /** GetCardUID, in full mode of a session only (section 10.5.3). */
  public static DnaCommand getCardUid() {
    return new DnaCommand(GET_CARD_UID, Bytes.EMPTY, Bytes.EMPTY);
  }

  /** GetKeyVersion; in a session with codes (section 10.6.2). */
  public static DnaCommand getKeyVersion(int keyNumber) {
    return new DnaCommand(GET_KEY_VERSION, Bytes.of(keyNumber), Bytes.EMPTY);
  }

  /** ReadData of a run of a file (section 10.8.1). */
  public static DnaCommand readData(DnaFile file, int offset, int length) {
    return new DnaCommand(READ_DATA, run(file, offset, length), Bytes.EMPTY);
  }

  /** WriteData to a run of a file (section 10.8.2). */
  public static DnaCommand writeData(DnaFile file, int offset, Bytes data) {
    return new DnaCommand(WRITE_DATA, run(file, offset, data.size()), data);
  }

  private static Bytes run(DnaFile file, int offset, int length) {
    return Bytes.of(file.number())
        .plus(LittleEndian.bytes(offset, LittleEndian.OFFSET))
        .plus(LittleEndian.bytes(length, LittleEndian.OFFSET));
  }
}
