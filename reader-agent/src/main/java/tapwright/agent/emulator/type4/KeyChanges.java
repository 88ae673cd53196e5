package tapwright.agent.emulator.type4;

import java.util.zip.CRC32;
import tapwright.core.Bytes;
import tapwright.core.tag.dna.AesKey;

/** What ChangeKey does in the chip (NT4H2421Gx data sheet, section 10.6.1). */
record KeyChanges(ChipMemory memory) {

  static final int MASTER = 0;

  private static final int KEY_SIZE = 16;
  private static final int CHECK_SIZE = 4;

  /** Takes the key of that number. */
  Outcome change(int number, Bytes data) {
    if (number >= ChipMemory.KEYS) {
      return Outcome.refused(Status.NATIVE_NO_SUCH_KEY);
    }
    return number == MASTER ? changeMaster(data) : changeOther(number, data);
  }

  private Outcome changeMaster(Bytes data) {
    if (data.size() != KEY_SIZE + 1) {
      return Outcome.refused(Status.NATIVE_LENGTH);
    }
    setKey(MASTER, data.slice(0, KEY_SIZE), data.at(KEY_SIZE));
    return Outcome.DONE;
  }

  /** The new key comes mixed with the old one; a check over the new one shows that both agree. */
  private Outcome changeOther(int number, Bytes data) {
    if (data.size() != KEY_SIZE + 1 + CHECK_SIZE) {
      return Outcome.refused(Status.NATIVE_LENGTH);
    }
    Bytes next = ChipAes.xor(data.slice(0, KEY_SIZE), memory.keyValue(number).value());
    if (!check(next).equals(data.sliceFrom(KEY_SIZE + 1))) {
      return Outcome.refused(Status.NATIVE_INTEGRITY);
    }
    setKey(number, next, data.at(KEY_SIZE));
    return Outcome.DONE;
  }

  private void setKey(int number, Bytes key, int version) {
    memory.setKey(number, new ChipKey(new AesKey(key), version, 0, 0));
  }

  /** CRC-32 of IEEE 802.3 without the final inversion, low byte first. */
  private static Bytes check(Bytes key) {
    CRC32 crc = new CRC32();
    crc.update(key.toArray());
    long inverted = ~crc.getValue();
    return Bytes.of(
        (int) inverted & 0xFF,
        (int) (inverted >> 8) & 0xFF,
        (int) (inverted >> 16) & 0xFF,
        (int) (inverted >> 24) & 0xFF);
  }
}
