package tapwright.core.tag;

import java.util.ArrayList;
import java.util.List;
import tapwright.core.Bytes;
import tapwright.core.tag.memory.MemoryImage;

/**
 * The two static lock bytes, which every Type 2 tag has in page 02 (NTAG213/215/216 data sheet,
 * section 8.5.2).
 *
 * <pre>
 * byte 2  bits 7-4 lock pages 07-04, bit 3 page 03;
 *         bit 2 freezes the lock bits of pages 0A-0F, bit 1 of 04-09, bit 0 of 03
 * byte 3  bits 7-0 lock pages 0F-08
 * </pre>
 *
 * @param page02 all 4 bytes of the page
 */
public record StaticLock(Bytes page02) {

  public static final int PAGE = 2;

  private static final int FIRST_PAGE = CapabilityContainer.PAGE;
  private static final int LAST_PAGE = 0x0F;

  /**
   * What is written to lock pages 03 to 0F: the lock bits alone. Bytes 0 and 1 belong to the UID
   * and are not taken by the chip.
   *
   * <p>The block-locking bits stay 0. Beside lock bits that are all set they freeze nothing; in a
   * write that was torn they could freeze open what should have been locked.
   */
  public static final Bytes LOCKED = Bytes.of(0x00, 0x00, 0xF8, 0xFF);

  public StaticLock {
    if (page02.size() != MemoryImage.PAGE_BYTES) {
      throw new IllegalArgumentException("page02 is " + page02 + ", which is no page");
    }
  }

  public static StaticLock in(MemoryImage image) {
    return new StaticLock(image.page(PAGE));
  }

  public List<Integer> lockedPages() {
    List<Integer> locked = new ArrayList<>();
    for (int page = FIRST_PAGE; page <= LAST_PAGE; page++) {
      if (isLocked(page)) {
        locked.add(page);
      }
    }
    return locked;
  }

  /** The pages that can never be locked any more: not locked, and their lock bits frozen so. */
  public List<Integer> pagesFrozenOpen() {
    List<Integer> open = new ArrayList<>();
    for (int page = FIRST_PAGE; page <= LAST_PAGE; page++) {
      if (!isLocked(page) && isFrozen(page)) {
        open.add(page);
      }
    }
    return open;
  }

  public boolean isLocked() {
    return lockedPages().size() == LAST_PAGE - FIRST_PAGE + 1;
  }

  private boolean isLocked(int page) {
    int bits = page < 8 ? page02.at(2) >> page : page02.at(3) >> (page - 8);
    return (bits & 1) != 0;
  }

  private boolean isFrozen(int page) {
    int blockBit = page == FIRST_PAGE ? 0 : page < 0x0A ? 1 : 2;
    return (page02.at(2) >> blockBit & 1) != 0;
  }
}
