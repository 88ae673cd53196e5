package tapwright.core.tag.type4;

import java.util.Optional;
import java.util.Set;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;

/**
 * The capability container file of a Type 4 tag (NFC Forum Type 4 Tag, section 5.1).
 *
 * <pre>
 * byte 0   CCLEN, 2 bytes
 * byte 2   mapping version, major and minor in one byte
 * byte 3   MLe, 2 bytes: the most that one READ BINARY gives
 * byte 5   MLc, 2 bytes: the most that one UPDATE BINARY takes
 * byte 7   NDEF File Control TLV: 04 06, file identifier (2), file size (2), read and write access
 * </pre>
 *
 * @param mapping mapping version as it stands there, {@code 20} for 2.0
 * @param mle most bytes of one READ BINARY
 * @param mlc most bytes of one UPDATE BINARY
 * @param fileId identifier of the NDEF file
 * @param fileSize its size with the two bytes of NLEN, as far as short commands reach
 * @param writeAccess 00 open, FF closed, others as the maker says
 */
public record Type4Container(
    int mapping, int mle, int mlc, int fileId, int fileSize, int writeAccess) {

  /** The part of the file that is looked at; a CCLEN of that much is the least there is. */
  public static final int SIZE = 15;

  /** The identifier of this file itself. */
  public static final int FILE_ID = 0xE103;

  /** Le = 00 asks for 256 bytes in a short command APDU (ISO/IEC 7816-4 section 5.2). */
  private static final int MAX_SHORT_LE = 256;

  /** The most that Lc of a short command APDU can say. */
  private static final int MAX_SHORT_LC = 255;

  /** Offsets of READ and UPDATE BINARY have 15 bits (ISO/IEC 7816-4 section 7.2.2). */
  private static final int MAX_REACH = 0x8000;

  private static final int MIN_MLE = 0x0F;
  private static final int MIN_FILE_SIZE = 5;
  private static final int FILE_CONTROL = 0x04;
  private static final int FILE_CONTROL_BYTES = 6;
  private static final int OPEN = 0x00;

  /** Reserved by ISO/IEC 7816-4 and by the NFC Forum for other files. */
  private static final Set<Integer> RESERVED_IDS =
      Set.of(0x0000, 0xE102, FILE_ID, 0x3F00, 0x3FFF, 0xFFFF);

  /** What the file's first bytes say, every field checked. */
  public static Checked<Type4Container> parse(Bytes file) {
    if (file.size() < SIZE) {
      return Checked.refused(
          Type4Refusal.CONTAINER_SHORT.with("seen", file.size(), "allowed", SIZE));
    }
    return fault(file)
        .<Checked<Type4Container>>map(Checked::refused)
        .orElseGet(
            () ->
                Checked.passed(
                    new Type4Container(
                        file.at(2),
                        number(file, 3),
                        number(file, 5),
                        number(file, 9),
                        Math.min(number(file, 11), MAX_REACH),
                        file.at(14))));
  }

  private static Optional<Refusal> fault(Bytes file) {
    return field("CCLEN", file, 0, 2, number(file, 0) >= SIZE, "000F and more")
        .or(() -> field("mapping version", file, 2, 1, isKnownMapping(file.at(2)), "10 to 3F"))
        .or(() -> field("MLe", file, 3, 2, number(file, 3) >= MIN_MLE, "000F and more"))
        .or(() -> field("MLc", file, 5, 2, number(file, 5) > 0, "0001 and more"))
        .or(() -> field("file control type", file, 7, 1, file.at(7) == FILE_CONTROL, "04"))
        .or(() -> field("file control length", file, 8, 1, isControlLength(file), "06"))
        .or(() -> field("file identifier", file, 9, 2, isUsableId(file), "one not reserved"))
        .or(() -> field("file size", file, 11, 2, isUsableSize(file), "0005 to FFFE"))
        .or(() -> field("read access", file, 13, 1, file.at(13) == OPEN, "00"));
  }

  private static Optional<Refusal> field(
      String name, Bytes file, int from, int size, boolean good, String allowed) {
    return good
        ? Optional.empty()
        : Optional.of(
            Type4Refusal.CONTAINER_FIELD.with(
                "field", name, "seen", file.slice(from, from + size), "allowed", allowed));
  }

  private static boolean isKnownMapping(int version) {
    return version >= 0x10 && version <= 0x3F;
  }

  private static boolean isControlLength(Bytes file) {
    return file.at(8) == FILE_CONTROL_BYTES;
  }

  private static boolean isUsableId(Bytes file) {
    return !RESERVED_IDS.contains(number(file, 9));
  }

  private static boolean isUsableSize(Bytes file) {
    int size = number(file, 11);
    return size >= MIN_FILE_SIZE && size < 0xFFFF;
  }

  private static int number(Bytes file, int at) {
    return file.at(at) << 8 | file.at(at + 1);
  }

  /** The longest message that fits. */
  public int capacityBytes() {
    return fileSize - NdefFile.LENGTH_BYTES;
  }

  /** How much one READ BINARY of a short command APDU gives. */
  public int readBytes() {
    return Math.min(mle, MAX_SHORT_LE);
  }

  /** How much one UPDATE BINARY of a short command APDU takes. */
  public int writeBytes() {
    return Math.min(mlc, MAX_SHORT_LC);
  }

  /** Whether everybody may write. */
  public boolean isWritable() {
    return writeAccess == OPEN;
  }
}
