package tapwright.agent.emulator;

/**
 * The lock bits of Ultralight C in page 28h (MF0ICU2 data sheet section 7.5.3).
 *
 * <table>
 * <caption>Bits, from bit 7 down</caption>
 * <tr><td>byte 0</td><td>pages 24-27, 20-23, 1C-1F, their block; 18-1B, 14-17, 10-13, their block
 *     </td></tr>
 * <tr><td>byte 1</td><td>key, AUTH1, AUTH0, counter; then a block-locking bit for each</td></tr>
 * </table>
 */
record UltralightCLock() implements LockLayout {

  private static final int PAGE = 0x28;
  private static final int COUNTER_PAGE = 0x29;
  private static final int KEY_PAGE = 0x2C;
  private static final int LAST_PAGE = 0x2F;

  /**
   * For each bit of bytes 0 and 1, the bit that freezes it; a block-locking bit stands for itself.
   */
  private static final int[] BLOCKED_BY = {0, 0, 0, 0, 4, 4, 4, 4, 8, 9, 10, 11, 8, 9, 10, 11};

  @Override
  public int page() {
    return PAGE;
  }

  @Override
  public boolean covers(int candidate) {
    return candidate >= 0x10 && candidate <= LAST_PAGE && candidate != PAGE;
  }

  @Override
  public boolean locks(byte[] bits, int candidate) {
    return isSet(bits, lockBitOf(candidate));
  }

  @Override
  public byte[] merge(byte[] old, byte[] written) {
    byte[] merged = old.clone();
    for (int bit = 0; bit < BLOCKED_BY.length; bit++) {
      boolean open = BLOCKED_BY[bit] == bit || !isSet(old, BLOCKED_BY[bit]);
      if (open && isSet(written, bit)) {
        merged[bit / 8] |= (byte) (1 << (bit % 8));
      }
    }
    return merged;
  }

  private static int lockBitOf(int candidate) {
    if (candidate >= COUNTER_PAGE) {
      return 12 + Math.min(candidate, KEY_PAGE) - COUNTER_PAGE;
    }
    int run = (candidate - 0x10) / 4;
    return run < 3 ? 1 + run : 2 + run;
  }

  private static boolean isSet(byte[] bits, int index) {
    return (bits[index / 8] >> (index % 8) & 1) != 0;
  }
}
