package tapwright.core.tag;

import java.util.List;
import java.util.stream.IntStream;
import tapwright.core.Bytes;
import tapwright.core.tag.memory.MemoryImage;

/**
 * The lock bits of the pages from 10h on, and where they lie.
 *
 * <p>All bits of the page can only ever be set. NTAG21x, NTAG210/212 and Ultralight EV1 lock equal
 * runs of pages, bit by bit from the first byte on (data sheets NTAG213/215/216, NTAG210/212 and
 * MF0ULx1, section 8.5.3); Ultralight C has a layout of its own (data sheet MF0ICU2, section
 * 7.5.3).
 *
 * @param page that holds the bits
 * @param bits each lock bit with what it locks
 */
public record DynamicLock(int page, List<LockBit> bits) {

  /** The first page that the static lock bits do not lock. */
  static final int FIRST_LOCKED_PAGE = 0x10;

  /** Byte 2 of the page holds the block-locking bits, one for two lock bits each. */
  private static final int FIRST_BLOCK_BIT = 16;

  private static final int LOCK_BITS_PER_BLOCK_BIT = 2;

  public DynamicLock {
    bits = List.copyOf(bits);
  }

  /**
   * The layout of equal runs; it lies behind the last user page.
   *
   * @param pagesPerBit 2 on small chips, 16 on NTAG215 and NTAG216
   */
  static DynamicLock even(int lastUserPage, int pagesPerBit) {
    int runs = (lastUserPage - FIRST_LOCKED_PAGE) / pagesPerBit + 1;
    return new DynamicLock(
        lastUserPage + 1,
        IntStream.range(0, runs).mapToObj(run -> evenBit(run, pagesPerBit, lastUserPage)).toList());
  }

  private static LockBit evenBit(int run, int pagesPerBit, int lastUserPage) {
    int first = FIRST_LOCKED_PAGE + run * pagesPerBit;
    int last = Math.min(first + pagesPerBit - 1, lastUserPage);
    return new LockBit(run, first, last, FIRST_BLOCK_BIT + run / LOCK_BITS_PER_BLOCK_BIT);
  }

  /**
   * The layout of Ultralight C, page 28h; bits 0 and 4 of the first byte block, and the low nibble
   * of the second.
   *
   * <pre>
   * byte 0  bits 1-3 pages 10-1B, bits 5-7 pages 1C-27, four pages each
   * byte 1  bit 4 counter (29), bit 5 AUTH0 (2A), bit 6 AUTH1 (2B), bit 7 key (2C-2F)
   * </pre>
   */
  static DynamicLock ultralightC() {
    return new DynamicLock(
        0x28,
        List.of(
            new LockBit(1, 0x10, 0x13, 0),
            new LockBit(2, 0x14, 0x17, 0),
            new LockBit(3, 0x18, 0x1B, 0),
            new LockBit(5, 0x1C, 0x1F, 4),
            new LockBit(6, 0x20, 0x23, 4),
            new LockBit(7, 0x24, 0x27, 4),
            new LockBit(12, 0x29, 0x29, 8),
            new LockBit(13, 0x2A, 0x2A, 9),
            new LockBit(14, 0x2B, 0x2B, 10),
            new LockBit(15, 0x2C, 0x2F, 11)));
  }

  /** The pages that are locked when the page holds this. */
  List<Integer> lockedPages(Bytes content) {
    return bits.stream()
        .filter(bit -> bit.isSetIn(content))
        .flatMap(bit -> bit.pages().stream())
        .toList();
  }

  /** The pages that can never be locked any more: not locked, and their lock bits frozen so. */
  public List<Integer> pagesFrozenOpen(Bytes content) {
    return bits.stream()
        .filter(bit -> !bit.isSetIn(content) && bit.isBlockedIn(content))
        .flatMap(bit -> bit.pages().stream())
        .toList();
  }

  /** Whether every lock bit is set. */
  public boolean isLocked(Bytes content) {
    return bits.stream().allMatch(bit -> bit.isSetIn(content));
  }

  /**
   * What is written to lock every page: the lock bits alone.
   *
   * <p>Byte 3 is written 00, though it reads BDh on NTAG21x: it is reserved. Block-locking bits
   * stay 0; see {@link StaticLock#LOCKED}.
   */
  public Bytes locked() {
    byte[] page = new byte[MemoryImage.PAGE_BYTES];
    bits.forEach(bit -> page[bit.index() / 8] |= (byte) (1 << (bit.index() % 8)));
    return Bytes.copyOf(page);
  }
}
