package tapwright.agent.emulator;

import tapwright.core.Bytes;

/** What comes back from a tag after one frame. */
public sealed interface TagAnswer {

  /** Bytes, without CRC. */
  record Data(Bytes bytes) implements TagAnswer {}

  /** The 4-bit acknowledgement Ah. */
  record Ack() implements TagAnswer {}

  /**
   * A 4-bit refusal; the tag has left its active state.
   *
   * @param code 0 invalid argument, 1 parity or CRC, 4 authentication counter overflow, 5 EEPROM
   *     (NTAG213/215/216 data sheet section 9.3)
   */
  record Nak(int code) implements TagAnswer {}

  /** Nothing: the tag is halted, off or gone. */
  record Silence() implements TagAnswer {}
}
