package tapwright.agent.emulator;

import tapwright.core.Bytes;

/**
 * How long frames take between a reader and a Type 2 tag at 106 kbit/s; firmware-notes has what of
 * it was never measured on silicon.
 *
 * @param bitNanos one bit: 128 carrier periods of 13.56 MHz (ISO/IEC 14443-2 section 8.1.1)
 * @param answerNanos from a command's end to its answer: 1236 carrier periods after a last bit of 1
 *     (ISO/IEC 14443-3 section 6.2.1.1)
 * @param nextNanos from an answer's end to the next command: 1172 carrier periods (section 6.2.1.2)
 * @param programNanos from a WRITE's end to its acknowledgement: TACK of the NTAG203 data sheet,
 *     figure 17, since the one of NTAG213/215/216 gives the limit of 10 ms only
 * @param silenceNanos how long a reader waits for an answer that does not come (NTAG213/215/216
 *     data sheet, section 10: 5 ms for all but WRITE)
 * @param activationNanos from field on to selected: 5 ms without commands (NFC Forum Analog, guard
 *     time) and request, anticollision and selection of two cascade levels
 */
public record RfTiming(
    long bitNanos,
    long answerNanos,
    long nextNanos,
    long programNanos,
    long silenceNanos,
    long activationNanos) {

  /** The chips that the emulator knows. */
  public static final RfTiming NTAG21X =
      new RfTiming(9_440, 91_000, 86_000, 4_110_000, 5_000_000, 10_000_000);

  private static final int CRC_BYTES = 2;

  /** Eight bits and their parity (ISO/IEC 14443-3 section 6.2.3.2). */
  private static final int BITS_PER_BYTE = 9;

  /** Start and end of a frame as a reader sends it, and as a tag does. */
  private static final int COMMAND_FRAMING_BITS = 3;

  private static final int ANSWER_FRAMING_BITS = 2;

  /** Four bits, no CRC, no parity (NTAG213/215/216 data sheet, section 9.3). */
  private static final int ACKNOWLEDGEMENT_BITS = 4;

  private static final int PAGE_SIZE = 4;
  private static final int WRITE_BYTES = 6;
  private static final int FAST_READ_BYTES = 3;

  /**
   * One command and what came of it, up to where the next may begin.
   *
   * @param programmed whether the tag wrote to its memory before it answered
   */
  long exchangeNanos(Bytes frame, TagAnswer answer, boolean programmed) {
    long waiting = programmed ? programNanos : answerNanos;
    return commandNanos(frame.size())
        + switch (answer) {
          case TagAnswer.Data(Bytes bytes) -> waiting + answerNanos(bytes.size()) + nextNanos;
          case TagAnswer.Ack ack -> waiting + acknowledgementNanos() + nextNanos;
          case TagAnswer.Nak nak -> waiting + acknowledgementNanos() + nextNanos;
          case TagAnswer.Silence silence -> silenceNanos;
        };
  }

  /** One WRITE that is taken. */
  public long writeNanos() {
    return commandNanos(WRITE_BYTES) + programNanos + acknowledgementNanos() + nextNanos;
  }

  /** One FAST_READ of so many pages. */
  public long fastReadNanos(int pages) {
    return commandNanos(FAST_READ_BYTES) + answerNanos + answerNanos(pages * PAGE_SIZE) + nextNanos;
  }

  private long commandNanos(int bytes) {
    return (BITS_PER_BYTE * (bytes + CRC_BYTES) + COMMAND_FRAMING_BITS) * bitNanos;
  }

  private long answerNanos(int bytes) {
    return (BITS_PER_BYTE * (bytes + CRC_BYTES) + ANSWER_FRAMING_BITS) * bitNanos;
  }

  private long acknowledgementNanos() {
    return (ACKNOWLEDGEMENT_BITS + ANSWER_FRAMING_BITS) * bitNanos;
  }
}
