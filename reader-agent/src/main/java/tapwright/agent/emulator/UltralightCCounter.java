package tapwright.agent.emulator;

/**
 * The 16-bit one-way counter of Ultralight C in the first two bytes of page 29h, low byte first
 * (MF0ICU2 data sheet section 7.5.11). The chip adds after a reset of the field; here at once.
 */
final class UltralightCCounter {

  static final int PAGE = 0x29;

  private static final int LIMIT = 0xFFFF;

  private UltralightCCounter() {}

  /** The first write sets it; each later one adds its lowest nibble, up to the limit. */
  static byte[] merged(byte[] old, byte[] written) {
    int now = value(old);
    int sum = now == 0 ? value(written) : Math.min(now + (written[0] & 0x0F), LIMIT);
    return new byte[] {(byte) sum, (byte) (sum >> 8), 0, 0};
  }

  private static int value(byte[] page) {
    return (page[0] & 0xFF) | (page[1] & 0xFF) << 8;
  }
}
