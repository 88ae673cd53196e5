package tapwright.agent.emulator;

import tapwright.core.Bytes;

/**
 * A reader in front of a Type 4 tag: what is no pseudo-APDU of the reader goes to the tag as it is
 * (PC/SC part 3, section 3.2.2.1).
 */
final class Type4Front {

  private static final int PSEUDO_CLASS = 0xFF;
  private static final int HEADER = 5;

  private Type4Front() {}

  /** The response APDU; empty when the tag has left the field over it. */
  static Bytes answer(EmulatedType4Tag tag, Bytes command) {
    if (command.isEmpty() || command.at(0) != PSEUDO_CLASS) {
      return tag.answer(command).orElse(Bytes.EMPTY);
    }
    return command.size() < HEADER ? StatusWord.WRONG_LENGTH.bytes() : pseudo(tag, command);
  }

  private static Bytes pseudo(EmulatedType4Tag tag, Bytes command) {
    return switch (command.at(1)) {
      case 0xCA -> data(tag, command);
      case 0xB0, 0xD6 -> StatusWord.INCOMPATIBLE_COMMAND.bytes();
      default -> StatusWord.UNKNOWN_INSTRUCTION.bytes();
    };
  }

  /** GET DATA: P1 0 the UID, P1 1 the answer to select. */
  private static Bytes data(EmulatedType4Tag tag, Bytes command) {
    return switch ((command.at(2) << 8) | command.at(3)) {
      case 0x0000 -> StatusWord.OK.after(tag.uid().value());
      case 0x0100 -> StatusWord.OK.after(tag.kind().ats());
      default -> StatusWord.FUNCTION_NOT_SUPPORTED.bytes();
    };
  }
}
