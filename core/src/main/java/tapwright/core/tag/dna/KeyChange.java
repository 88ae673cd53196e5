package tapwright.core.tag.dna;

import java.util.zip.CRC32;
import tapwright.core.Bytes;

/**
 * What makes a chip take a new key (NT4H2421Gx data sheet, section 10.6.1; AN12196, section 5.16).
 *
 * <p>The master key is sent as it is, since who changes it holds a session of it; the answer to
 * that bears no code and ends the session. Each other key is sent mixed with the old one, so that
 * only who knows the old one can set it.
 *
 * @param number which key
 * @param old what the chip has now
 * @param next what it shall have
 * @param version what GetKeyVersion shall answer then, 0 to 255
 */
public record KeyChange(int number, AesKey old, AesKey next, int version) {

  private static final int CRC_SIZE = 4;

  public KeyChange {
    if (number < 0 || number >= DnaKeys.COUNT) {
      throw new IllegalArgumentException("number is " + number + ", allowed are 0 to 4");
    }
    if (version < 0 || version > 0xFF) {
      throw new IllegalArgumentException("version is " + version + ", allowed are 0 to 255");
    }
  }

  /** The command's data before it is enciphered. */
  Bytes encode() {
    Bytes sent = Bytes.of(version);
    return number == DnaKeys.MASTER
        ? next.value().plus(sent)
        : AesCmac.xor(next.value(), old.value()).plus(sent).plus(check());
  }

  /**
   * CRC32NK: the CRC-32 of IEEE 802.3 over the new key, lowest byte first and without the final
   * inversion (AN12196 rev. 2.0, table 25: 789DFADC).
   */
  private Bytes check() {
    CRC32 crc = new CRC32();
    crc.update(next.value().toArray());
    return LittleEndian.bytes(~(int) crc.getValue(), CRC_SIZE);
  }
}
