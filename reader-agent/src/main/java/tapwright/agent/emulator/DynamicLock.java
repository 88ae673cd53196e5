package tapwright.agent.emulator;

/**
 * How a chip locks the pages from 16 on: three bytes of bits that can only ever be set.
 *
 * <p>Bytes 0 and 1 hold a lock bit for each run of pages, byte 2 a bit for each longer run that
 * freezes its lock bits as they are, byte 3 reads BDh (NTAG213/215/216 data sheet section 8.5.3,
 * MF0ULx1 data sheet section 8.5.3).
 *
 * @param page the page that holds the bits
 * @param pagesPerLockBit length of the run that one lock bit locks
 * @param pagesPerBlockBit length of the run whose lock bits one block-locking bit freezes
 * @param lastPage the last page that can be locked
 */
record DynamicLock(int page, int pagesPerLockBit, int pagesPerBlockBit, int lastPage)
    implements LockLayout {

  private static final int FIRST_PAGE = 16;
  private static final int BLOCK_BYTE = 2;
  private static final int FILLER = 0xBD;

  @Override
  public boolean covers(int candidate) {
    return candidate >= FIRST_PAGE && candidate <= lastPage;
  }

  @Override
  public boolean locks(byte[] bits, int candidate) {
    return bit(bits, lockBitOf(candidate));
  }

  @Override
  public byte[] merge(byte[] old, byte[] written) {
    byte[] merged = old.clone();
    for (int candidate = FIRST_PAGE; candidate <= lastPage; candidate++) {
      if (!bit(old, blockBitOf(candidate))) {
        copyBit(written, merged, lockBitOf(candidate));
      }
      copyBit(written, merged, blockBitOf(candidate));
    }
    merged[3] = (byte) FILLER;
    return merged;
  }

  private int lockBitOf(int candidate) {
    return (candidate - FIRST_PAGE) / pagesPerLockBit;
  }

  private int blockBitOf(int candidate) {
    return BLOCK_BYTE * 8 + (candidate - FIRST_PAGE) / pagesPerBlockBit;
  }

  private static boolean bit(byte[] bits, int index) {
    return (bits[index / 8] & (1 << (index % 8))) != 0;
  }

  private static void copyBit(byte[] from, byte[] to, int index) {
    if (bit(from, index)) {
      to[index / 8] = (byte) (to[index / 8] | (1 << (index % 8)));
    }
  }
}
