package tapwright.core.tag;

import java.util.Optional;

/**
 * Where a chip has what.
 *
 * <pre>
 * pages 00-01  UID with its two check bytes
 * page  02     check byte, internal byte, two static lock bytes
 * page  03     capability container
 * pages 04-..  user pages; the TLV blocks lie in the first {@link #dataAreaBytes} of them
 * then         dynamic lock page (where there is one), settings
 * </pre>
 *
 * @param lastUserPage the last page that holds data
 * @param dataAreaBytes what the capability container of the factory gives to TLV blocks
 * @param dynamicLock the lock bits of the pages from 10h on, where there are such pages
 * @param pageCount all pages, settings included
 */
record MemoryMap(
    int lastUserPage, int dataAreaBytes, Optional<DynamicLock> dynamicLock, int pageCount) {

  /** NTAG210 and MF0UL11: no page is left for dynamic lock bits. */
  static final MemoryMap BYTES_48 = new MemoryMap(0x0F, 48, Optional.empty(), 0x14);

  /** NTAG212 and MF0UL21. */
  static final MemoryMap BYTES_128 = locking(0x23, 128, 2, 0x29);

  /** NTAG213 and NTAG213F. */
  static final MemoryMap BYTES_144 = locking(0x27, 144, 2, 0x2D);

  /** NTAG 213 TT: page 2Dh holds what it says of its tamper loop. */
  static final MemoryMap BYTES_144_TAMPER = locking(0x27, 144, 2, 0x2E);

  /** Ultralight C: counter, AUTH0, AUTH1 and four pages of key follow the lock page. */
  static final MemoryMap BYTES_144_3DES =
      new MemoryMap(0x27, 144, Optional.of(DynamicLock.ultralightC()), 0x30);

  /** NTAG215: 504 bytes of user pages, 496 of them in the data area. */
  static final MemoryMap BYTES_504 = locking(0x81, 496, 16, 0x87);

  /** NTAG216 and NTAG216F: 888 bytes of user pages, 872 of them in the data area. */
  static final MemoryMap BYTES_888 = locking(0xE1, 872, 16, 0xE7);

  private static MemoryMap locking(
      int lastUserPage, int dataAreaBytes, int pagesPerLockBit, int pageCount) {
    DynamicLock lock = DynamicLock.even(lastUserPage, pagesPerLockBit);
    return new MemoryMap(lastUserPage, dataAreaBytes, Optional.of(lock), pageCount);
  }

  /** The first page behind user pages and lock bits. */
  int settingsPage() {
    return dynamicLock.map(DynamicLock::page).orElse(lastUserPage) + 1;
  }
}
