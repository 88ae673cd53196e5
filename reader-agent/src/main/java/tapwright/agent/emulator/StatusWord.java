package tapwright.agent.emulator;

import tapwright.core.Bytes;

/** The status words an emulated reader answers with (ISO/IEC 7816-4 section 5.6, PC/SC part 3). */
enum StatusWord {
  OK(0x9000),
  NO_ANSWER_FROM_TAG(0x6300),
  WRONG_LENGTH(0x6700),
  INCOMPATIBLE_COMMAND(0x6981),
  CONDITIONS_NOT_MET(0x6985),
  FUNCTION_NOT_SUPPORTED(0x6A81),
  UNKNOWN_INSTRUCTION(0x6D00),
  UNKNOWN_CLASS(0x6E00);

  private final int value;

  StatusWord(int value) {
    this.value = value;
  }

  Bytes bytes() {
    return Bytes.of(value >> 8, value & 0xFF);
  }

  /** A response APDU with this status. */
  Bytes after(Bytes data) {
    return data.plus(bytes());
  }
}
