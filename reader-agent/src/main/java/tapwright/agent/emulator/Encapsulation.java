package tapwright.agent.emulator;

import tapwright.core.Bytes;

/**
 * A SpringCard coupler's ENCAPSULATE: {@code FF FE 01 P2 Lc frame} in, the tag's answer out; when
 * the air fails the status word begins with 6F (H663 developer's reference PMD2271-BA, section
 * 3.3.7 and annex A).
 */
final class Encapsulation {

  /** ISO/IEC 14443-3 A at 106 kbit/s, with CRC by the coupler; the one mode that is emulated. */
  private static final int LAYER_3 = 0x01;

  private Encapsulation() {}

  static Bytes answer(Air air, EmulatedTag tag, int mode, Bytes frame) {
    if (mode != LAYER_3) {
      return StatusWord.WRONG_PARAMETERS.bytes();
    }
    return switch (air.exchange(tag, frame)) {
      case TagAnswer.Data data -> StatusWord.OK.after(data.bytes());
      case TagAnswer.Ack ack -> StatusWord.WRONG_BIT_COUNT.bytes();
      case TagAnswer.Nak nak -> StatusWord.WRONG_BIT_COUNT.bytes();
      case TagAnswer.Silence silence -> StatusWord.CARD_MUTE.bytes();
    };
  }
}
