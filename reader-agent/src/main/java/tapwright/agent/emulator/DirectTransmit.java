package tapwright.agent.emulator;

import tapwright.core.Bytes;

/**
 * The PN532 in an ACR122U, as FF 00 00 00 reaches it: {@code D4 cc ..} in, {@code D5 cc+1 st ..}
 * out, with status 9000 whatever {@code st} says (ACR122U API section 5.2, PN532 user manual
 * sections 7.1, 7.3.8 and 7.3.9).
 */
final class DirectTransmit {

  private static final int TO_PN532 = 0xD4;
  private static final int FROM_PN532 = 0xD5;

  /** InDataExchange: the PN532 knows Type 2 WRITE and takes its 4-bit acknowledgement. */
  private static final int IN_DATA_EXCHANGE = 0x40;

  /** InCommunicateThru: a bare frame; a 4-bit answer looks like a broken CRC. */
  private static final int IN_COMMUNICATE_THRU = 0x42;

  private static final int FINE = 0x00;
  private static final int TIMEOUT = 0x01;
  private static final int CRC_ERROR = 0x02;
  private static final int BUFFER_TOO_SMALL = 0x07;

  /** What fits into the reader's 271-byte CCID message beside its headers. */
  private static final int LONGEST_ANSWER = 256;

  private DirectTransmit() {}

  static Bytes answer(Air air, EmulatedTag tag, Bytes data) {
    if (data.size() < 2 || data.at(0) != TO_PN532) {
      return StatusWord.NO_ANSWER_FROM_TAG.bytes();
    }
    return switch (data.at(1)) {
      case IN_COMMUNICATE_THRU -> thru(air.exchange(tag, data.sliceFrom(2)));
      case IN_DATA_EXCHANGE ->
          data.size() < 3
              ? StatusWord.NO_ANSWER_FROM_TAG.bytes()
              : exchanged(air.exchange(tag, data.sliceFrom(3)));
      default -> StatusWord.NO_ANSWER_FROM_TAG.bytes();
    };
  }

  private static Bytes thru(TagAnswer answer) {
    return switch (answer) {
      case TagAnswer.Data data -> data(IN_COMMUNICATE_THRU, data.bytes());
      case TagAnswer.Ack ack -> reply(IN_COMMUNICATE_THRU, CRC_ERROR, Bytes.EMPTY);
      case TagAnswer.Nak nak -> reply(IN_COMMUNICATE_THRU, CRC_ERROR, Bytes.EMPTY);
      case TagAnswer.Silence silence -> reply(IN_COMMUNICATE_THRU, TIMEOUT, Bytes.EMPTY);
    };
  }

  private static Bytes exchanged(TagAnswer answer) {
    return switch (answer) {
      case TagAnswer.Data data -> data(IN_DATA_EXCHANGE, data.bytes());
      case TagAnswer.Ack ack -> reply(IN_DATA_EXCHANGE, FINE, Bytes.EMPTY);
      case TagAnswer.Nak nak -> reply(IN_DATA_EXCHANGE, CRC_ERROR, Bytes.EMPTY);
      case TagAnswer.Silence silence -> reply(IN_DATA_EXCHANGE, TIMEOUT, Bytes.EMPTY);
    };
  }

  private static Bytes data(int command, Bytes bytes) {
    return bytes.size() > LONGEST_ANSWER
        ? reply(command, BUFFER_TOO_SMALL, Bytes.EMPTY)
        : reply(command, FINE, bytes);
  }

  private static Bytes reply(int command, int status, Bytes data) {
    return StatusWord.OK.after(Bytes.of(FROM_PN532, command + 1, status).plus(data));
  }
}
