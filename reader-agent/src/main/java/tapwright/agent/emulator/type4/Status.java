package tapwright.agent.emulator.type4;

import tapwright.core.Bytes;

/**
 * Status words of a Type 4 tag: those of ISO/IEC 7816-4, section 5.6, and the native ones of NTAG 424
 * DNA (NT4H2421Gx data sheet, section 10.3).
 */
enum Status {
  OK(0x9000),
  WRONG_LENGTH(0x6700),
  SECURITY_NOT_SATISFIED(0x6982),
  CONDITIONS_NOT_MET(0x6985),
  FILE_NOT_FOUND(0x6A82),
  WRONG_PARAMETERS(0x6A86),
  OUTSIDE_OF_FILE(0x6B00),
  UNKNOWN_INSTRUCTION(0x6D00),
  UNKNOWN_CLASS(0x6E00),
  NATIVE_OK(0x9100),
  NATIVE_UNKNOWN_COMMAND(0x911C),
  NATIVE_INTEGRITY(0x911E),
  NATIVE_NO_SUCH_KEY(0x9140),
  NATIVE_LENGTH(0x917E),
  NATIVE_SIGNATURE_OK(0x9190),
  NATIVE_PERMISSION_DENIED(0x919D),
  NATIVE_PARAMETER(0x919E),
  NATIVE_AUTHENTICATION_DELAY(0x91AD),
  NATIVE_AUTHENTICATION(0x91AE),
  NATIVE_MORE(0x91AF),
  NATIVE_BOUNDARY(0x91BE),
  NATIVE_ABORTED(0x91CA),
  NATIVE_FILE_NOT_FOUND(0x91F0);

  private final int value;

  Status(int value) {
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
