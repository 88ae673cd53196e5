package tapwright.agent.tag;

import tapwright.core.Bytes;

/**
 * A card's answer to a command APDU (ISO/IEC 7816-4 section 5.1).
 *
 * @param data without the status word
 * @param status SW1 SW2 as four hexadecimal digits; {@code none} for an answer without them
 */
public record ApduAnswer(Bytes data, String status) {

  private static final String OK = "9000";
  private static final int STATUS_BYTES = 2;

  static ApduAnswer of(Bytes response) {
    int size = response.size() - STATUS_BYTES;
    return size < 0
        ? new ApduAnswer(Bytes.EMPTY, "none")
        : new ApduAnswer(response.slice(0, size), response.sliceFrom(size).toHex());
  }

  boolean isOk() {
    return status.equals(OK);
  }
}
