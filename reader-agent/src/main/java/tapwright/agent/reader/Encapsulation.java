package tapwright.agent.reader;

import tapwright.core.Bytes;

/**
 * A tag's commands through a SpringCard coupler: {@code FF FE P1 P2 Lc ..} out, the tag's answer
 * back (SpringCore APDU interpreter, ENCAPSULATE; H663 developer's reference PMD2271-BA, section
 * 3.3.7).
 *
 * <p>A WRITE goes as UPDATE BINARY instead (PMD2271-BA, chapter 4, MIFARE UltraLight), since how
 * the coupler shows a 4-bit acknowledgement to a bare frame is written nowhere.
 */
final class Encapsulation {

  /** P1: ISO/IEC 14443-3 A at 106 kbit/s, parity and CRC by the coupler. */
  private static final int ISO_14443_A_LAYER_3 = 0x01;

  /** P2: wait 16 ms for an answer, as far as is known; a tag begins its own within 5. */
  private static final int TIMEOUT = 0x05;

  private static final int WRITE = 0xA2;

  /** Wrong number of bits in the tag's answer: 4 where bytes were due (PMD2271-BA, annex A). */
  private static final String FOUR_BITS = "6F0B";

  /** First byte of a status word that speaks of the air, not of the command (annex A). */
  private static final String OF_THE_AIR = "6F";

  private Encapsulation() {}

  static Bytes wrap(Bytes command) {
    if (command.at(0) == WRITE) {
      Bytes data = command.sliceFrom(2);
      return Bytes.of(0xFF, 0xD6, 0x00, command.at(1), data.size()).plus(data);
    }
    return Bytes.of(0xFF, 0xFE, ISO_14443_A_LAYER_3, TIMEOUT, command.size())
        .plus(command)
        .plus(Bytes.of(0x00));
  }

  static NativeReply unwrap(Bytes response) {
    String status = StatusWords.of(response);
    if (StatusWords.isOk(response)) {
      Bytes answer = StatusWords.data(response);
      return answer.isEmpty() ? new NativeReply.Acknowledged() : new NativeReply.Answer(answer);
    }
    if (!status.startsWith(OF_THE_AIR)) {
      return new NativeReply.NotPassed(status);
    }
    return status.equals(FOUR_BITS) ? new NativeReply.Refused() : new NativeReply.Unclear(status);
  }
}
