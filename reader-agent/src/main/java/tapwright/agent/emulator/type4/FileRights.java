package tapwright.agent.emulator.type4;

import java.util.Optional;
import tapwright.core.Bytes;

/**
 * Who may do what with a file of the chip (NT4H2421Gx data sheet, section 8.2.3.3).
 *
 * @param encoded read-write and change in the first byte, read and write in the second
 */
record FileRights(Bytes encoded) {

  static final int FREE = 0xE;
  static final int NEVER = 0xF;

  private static final int KEYS = 5;

  static boolean isRight(int value) {
    return value < KEYS || value >= FREE;
  }

  int readWrite() {
    return encoded.at(0) >> 4;
  }

  int change() {
    return encoded.at(0) & 0xF;
  }

  int read() {
    return encoded.at(1) >> 4;
  }

  int write() {
    return encoded.at(1) & 0xF;
  }

  /** Whether each of the four is a key that there is, free or never. */
  boolean areRights() {
    return isRight(readWrite()) && isRight(change()) && isRight(read()) && isRight(write());
  }

  /**
   * How a right is used: protected as the file says when its key is in session, in the clear when it
   * is free; empty when it is refused.
   */
  Optional<ChipSession.Protection> granted(
      int right, Optional<ChipSession> session, ChipSession.Protection byKey) {
    boolean keyed =
        session
            .filter(s -> s.keyNumber() == right || s.keyNumber() == readWrite())
            .isPresent();
    if (keyed) {
      return Optional.of(byKey);
    }
    return right == FREE || readWrite() == FREE
        ? Optional.of(ChipSession.Protection.PLAIN)
        : Optional.empty();
  }
}
