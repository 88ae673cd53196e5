package tapwright.core.tag.dna;

import tapwright.core.Bytes;
import tapwright.core.tag.Uid;

/**
 * What a chip signs: its number, and how often its signed message was read (NT4H2421Gx data sheet,
 * section 9.3.3).
 *
 * @param uid 7 bytes
 * @param counter SDMReadCtr, 0 to FFFFFF
 */
public record PiccData(Uid uid, int counter) {

  /** The highest value of the 24-bit counter. */
  public static final int MAX_COUNTER = 0xFFFFFF;

  static final int UID_SIZE = 7;

  public PiccData {
    if (uid.value().size() != UID_SIZE) {
      throw new IllegalArgumentException("uid is " + uid + ", allowed are 7 bytes");
    }
    if (counter < 0 || counter > MAX_COUNTER) {
      throw new IllegalArgumentException("counter is " + counter + ", allowed are 0 to 16777215");
    }
  }

  /** UID and counter as they go into the derivation of keys. */
  Bytes encode() {
    return uid.value().plus(LittleEndian.bytes(counter, LittleEndian.OFFSET));
  }
}
