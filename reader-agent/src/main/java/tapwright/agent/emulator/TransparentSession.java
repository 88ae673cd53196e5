package tapwright.agent.emulator;

import tapwright.core.Bytes;

/**
 * The transparent session of a reader (PC/SC part 3 supplement 2, section 3.2.4): FF C2 with data
 * objects in and out; C0 tells how it went, 92 how many bits of the last byte count, 97 is the
 * tag's answer.
 */
final class TransparentSession {

  private static final int MANAGE = 0x00;
  private static final int EXCHANGE = 0x01;
  private static final int SWITCH_PROTOCOL = 0x02;

  private static final Bytes START = Bytes.ofHex("8100");
  private static final Bytes END = Bytes.ofHex("8200");
  private static final Bytes ISO_14443_A_LAYER_3 = Bytes.ofHex("8F020003");
  private static final int TRANSCEIVE = 0x95;
  private static final int ACK = 0x0A;

  private static final Bytes WELL = Bytes.ofHex("C003009000");
  private static final Bytes NO_ANSWER = Bytes.ofHex("C003016401");
  private static final Bytes NOT_NOW = Bytes.ofHex("C003016985");
  private static final Bytes NOT_UNDERSTOOD = Bytes.ofHex("C003016A80");

  private final Air air;
  private boolean open;

  TransparentSession(Air air) {
    this.air = air;
  }

  boolean isOpen() {
    return open;
  }

  void close() {
    open = false;
  }

  Bytes answer(EmulatedTag tag, int function, Bytes data) {
    Bytes objects =
        switch (function) {
          case MANAGE -> manage(data);
          case SWITCH_PROTOCOL -> switchProtocol(tag, data);
          case EXCHANGE -> exchange(tag, data);
          default -> NOT_UNDERSTOOD;
        };
    return StatusWord.OK.after(objects);
  }

  private Bytes manage(Bytes data) {
    if (data.equals(START)) {
      open = true;
      return WELL;
    }
    if (data.equals(END)) {
      open = false;
      return WELL;
    }
    return NOT_UNDERSTOOD;
  }

  private Bytes switchProtocol(EmulatedTag tag, Bytes data) {
    if (!open) {
      return NOT_NOW;
    }
    if (!data.equals(ISO_14443_A_LAYER_3)) {
      return NOT_UNDERSTOOD;
    }
    tag.select();
    return tag.inField() ? WELL : NO_ANSWER;
  }

  private Bytes exchange(EmulatedTag tag, Bytes data) {
    if (!open) {
      return NOT_NOW;
    }
    boolean framed = data.size() > 2 && data.at(0) == TRANSCEIVE && data.at(1) == data.size() - 2;
    return framed ? objects(air.exchange(tag, data.sliceFrom(2))) : NOT_UNDERSTOOD;
  }

  private static Bytes objects(TagAnswer answer) {
    return switch (answer) {
      case TagAnswer.Data data -> WELL.plus(response(data.bytes()));
      case TagAnswer.Ack ack -> WELL.plus(fourBits(ACK));
      case TagAnswer.Nak nak -> WELL.plus(fourBits(nak.code()));
      case TagAnswer.Silence silence -> NO_ANSWER;
    };
  }

  private static Bytes fourBits(int value) {
    return Bytes.of(0x92, 0x01, 0x04).plus(response(Bytes.of(value)));
  }

  /** Lengths over 127 take more bytes (ISO/IEC 8825-1 section 8.1.3). */
  private static Bytes response(Bytes data) {
    int size = data.size();
    Bytes head =
        size < 0x80
            ? Bytes.of(0x97, size)
            : size <= 0xFF
                ? Bytes.of(0x97, 0x81, size)
                : Bytes.of(0x97, 0x82, size >> 8, size & 0xFF);
    return head.plus(data);
  }
}
