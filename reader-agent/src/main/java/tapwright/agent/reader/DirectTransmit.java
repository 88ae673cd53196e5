package tapwright.agent.reader;

import tapwright.core.Bytes;

/**
 * A tag's commands through the PN532 of an ACR122U: {@code FF 00 00 00 Lc D4 ..} out, {@code D5
 * cc+1 st ..} back (ACR122U API section 5.2, PN532 user manual section 7).
 *
 * <p>The status word is 9000 even when the tag did not answer; {@code st} tells.
 */
final class DirectTransmit {

  private static final int TO_PN532 = 0xD4;
  private static final int FROM_PN532 = 0xD5;

  /** InDataExchange with target 1: the PN532 takes a WRITE's 4-bit acknowledgement itself. */
  private static final int IN_DATA_EXCHANGE = 0x40;

  /** InCommunicateThru: any frame, but a 4-bit answer comes back as a CRC error. */
  private static final int IN_COMMUNICATE_THRU = 0x42;

  private static final int WRITE = 0xA2;
  private static final int FINE = 0x00;
  private static final int CRC_ERROR = 0x02;
  private static final int HEADER = 3;

  private DirectTransmit() {}

  static Bytes wrap(Bytes command) {
    Bytes frame =
        command.at(0) == WRITE
            ? Bytes.of(TO_PN532, IN_DATA_EXCHANGE, 0x01).plus(command)
            : Bytes.of(TO_PN532, IN_COMMUNICATE_THRU).plus(command);
    return Bytes.of(0xFF, 0x00, 0x00, 0x00, frame.size()).plus(frame);
  }

  static NativeReply unwrap(Bytes response) {
    Bytes data = StatusWords.data(response);
    if (!StatusWords.isOk(response) || data.size() < HEADER || data.at(0) != FROM_PN532) {
      return new NativeReply.NotPassed(StatusWords.of(response));
    }
    return read(data.at(1) - 1, data.at(2), data.sliceFrom(HEADER));
  }

  private static NativeReply read(int command, int status, Bytes answer) {
    if (status == FINE) {
      return answer.isEmpty() ? new NativeReply.Acknowledged() : new NativeReply.Answer(answer);
    }
    return command == IN_COMMUNICATE_THRU && status == CRC_ERROR
        ? new NativeReply.Refused()
        : new NativeReply.Unclear("PN532 %02X".formatted(status));
  }
}
