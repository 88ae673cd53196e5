package tapwright.agent.emulator.type4;

import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.tag.dna.AesKey;

/**
 * A key of the chip with its count of failed authentications (NT4H2421Gx data sheet, section 9;
 * AN12196 rev. 1.8, section 7.4).
 *
 * @param value the key
 * @param version what GetKeyVersion tells
 * @param failedInARow since the last success: from 50 on the chip delays
 * @param failed in all, less 10 for each success: at 1000 the key is lost
 */
record ChipKey(AesKey value, int version, int failedInARow, int failed) {

  static final ChipKey FACTORY = new ChipKey(AesKey.FACTORY, 0, 0, 0);

  private static final int DELAYS_FROM = 50;
  private static final int LOST_FROM = 1000;
  private static final int FORGIVEN = 10;
  private static final int MAX_IN_A_ROW = 0xFF;
  private static final int SIZE = 16;
  private static final int STORED = SIZE + 4;

  boolean delays() {
    return failedInARow >= DELAYS_FROM;
  }

  boolean isLost() {
    return failed >= LOST_FROM;
  }

  ChipKey afterFailure() {
    return new ChipKey(
        value, version, Math.min(failedInARow + 1, MAX_IN_A_ROW), Math.min(failed + 1, LOST_FROM));
  }

  ChipKey afterSuccess() {
    return new ChipKey(value, version, 0, Math.max(failed - FORGIVEN, 0));
  }

  Bytes stored() {
    return value.value().plus(Bytes.of(version, failedInARow, failed >> 8, failed & 0xFF));
  }

  static Optional<ChipKey> restore(Bytes stored) {
    if (stored.size() != STORED) {
      return Optional.empty();
    }
    int failed = (stored.at(STORED - 2) << 8) | stored.at(STORED - 1);
    return Optional.of(
        new ChipKey(
            new AesKey(stored.slice(0, SIZE)), stored.at(SIZE), stored.at(SIZE + 1), failed));
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "a key of version " + version;
  }
}
