package tapwright.core.tag.dna;

import tapwright.core.Bytes;
import tapwright.core.Checked;

/**
 * What a chip says of a file: the answer to GetFileSettings (NT4H2421Gx data sheet, section
 * 10.7.2).
 *
 * <table>
 * <caption>Bytes</caption>
 * <tr><td>0</td><td>type, 00: standard data</td></tr>
 * <tr><td>1</td><td>option: bit 6 signed messages, bits 1 and 0 how it is read and written</td></tr>
 * <tr><td>2, 3</td><td>access</td></tr>
 * <tr><td>4 to 6</td><td>size, low byte first</td></tr>
 * <tr><td>from 7</td><td>where messages are signed: how, as in ChangeFileSettings</td></tr>
 * </table>
 *
 * @param options option and access, as they were set
 * @param sizeBytes how large the file is
 * @param signing how messages are signed; empty when they are not
 */
public record FileDescription(Bytes options, int sizeBytes, Bytes signing) {

  private static final int FIRST_OPTION = 1;
  private static final int SIZE_AT = FIRST_OPTION + 1 + FileAccess.SIZE;
  private static final int SIGNING_AT = SIZE_AT + LittleEndian.OFFSET;

  /** The description in an answer, given without status and code. */
  public static Checked<FileDescription> parse(Bytes answer) {
    int option = answer.size() > FIRST_OPTION ? answer.at(FIRST_OPTION) : 0;
    boolean signs = (option & FileSettings.SDM_ENABLED) != 0;
    if (answer.size() < SIGNING_AT || signs != answer.size() > SIGNING_AT) {
      return Checked.refused(
          DnaRefusal.FILE_DESCRIPTION.with(
              "seen", answer.size(), "option", "%02X".formatted(option)));
    }
    return Checked.passed(
        new FileDescription(
            answer.slice(FIRST_OPTION, SIZE_AT),
            LittleEndian.number(answer.slice(SIZE_AT, SIGNING_AT)),
            answer.sliceFrom(SIGNING_AT)));
  }

  /** Whether the file is as these settings make it. */
  public boolean isSetTo(FileSettings settings) {
    return options.plus(signing).equals(settings.encode());
  }

  /** Whether the chip signs messages in it. */
  public boolean signs() {
    return !signing.isEmpty();
  }

  /** Whether anybody may write to it. */
  public boolean writesFreely() {
    return write() == FileAccess.FREE || readWrite() == FileAccess.FREE;
  }

  /** Whether nobody can ever write to it, nor change that. */
  public boolean isLockedForEver() {
    return write() == FileAccess.NEVER
        && readWrite() == FileAccess.NEVER
        && change() == FileAccess.NEVER;
  }

  private int readWrite() {
    return options.at(1) >> 4;
  }

  private int change() {
    return options.at(1) & 0xF;
  }

  private int write() {
    return options.at(2) & 0xF;
  }
}
