package tapwright.agent.emulator;

import java.util.Arrays;
import tapwright.core.Bytes;
import tapwright.core.tag.Uid;

/** The pages of one emulated tag, with those of them that can only gain bits. */
final class TagMemory {

  static final int PAGE_SIZE = 4;

  private static final int STATIC_LOCK_PAGE = 2;
  private static final int CAPABILITY_PAGE = 3;
  private static final int FIRST_USER_PAGE = 4;
  private static final int AUTH0 = 3;
  private static final int ACCESS = 4;
  private static final int ACCESS_PROT = 0x80;
  private static final int ULTRALIGHT_C_AUTH0 = 0x2A;
  private static final int ULTRALIGHT_C_AUTH1 = 0x2B;

  /** First byte of the check over UID bytes 0 to 2 (ISO/IEC 14443-3 section 6.5.4). */
  private static final int CASCADE_TAG = 0x88;

  private final EmulatedChip chip;
  private final byte[] stored;

  TagMemory(EmulatedChip chip, Bytes stored) {
    if (stored.size() != chip.pageCount() * PAGE_SIZE) {
      throw new IllegalArgumentException(
          "stored has %d bytes, %s has %d"
              .formatted(stored.size(), chip, chip.pageCount() * PAGE_SIZE));
    }
    this.chip = chip;
    this.stored = stored.toArray();
  }

  /** A tag as it leaves the factory. */
  static TagMemory blank(EmulatedChip chip, Uid uid) {
    Bytes number = uid.value();
    if (number.size() != 7) {
      throw new IllegalArgumentException("uid has " + number.size() + " bytes, " + chip + " has 7");
    }
    int check0 = CASCADE_TAG ^ number.at(0) ^ number.at(1) ^ number.at(2);
    int check1 = number.at(3) ^ number.at(4) ^ number.at(5) ^ number.at(6);
    Bytes head =
        number
            .slice(0, 3)
            .plus(Bytes.of(check0))
            .plus(number.sliceFrom(3))
            .plus(Bytes.of(check1, 0x48, 0, 0))
            .plus(chip.factoryCapabilityContainer())
            .plus(chip.factoryUserStart());
    Bytes body = head.padTo((chip.lastUserPage() + 1) * PAGE_SIZE);
    return new TagMemory(chip, body.plus(blankLock(chip)).plus(chip.factoryConfiguration()));
  }

  private static Bytes blankLock(EmulatedChip chip) {
    return chip.dynamicLock()
        .map(
            lock ->
                switch (lock) {
                  case DynamicLock even -> Bytes.ofHex("000000BD");
                  case UltralightCLock own -> Bytes.zeros(PAGE_SIZE);
                })
        .orElse(Bytes.EMPTY);
  }

  Uid uid() {
    return new Uid(Bytes.copyOf(stored).slice(0, 3).plus(Bytes.copyOf(stored).slice(4, 8)));
  }

  /** Everything that is stored, PWD and PACK included. */
  Bytes dump() {
    return Bytes.copyOf(stored);
  }

  /** What a READ may show: PWD and PACK as zeros (data sheet section 8.8.1). */
  byte[] readable() {
    byte[] copy = stored.clone();
    if (chip.hasPassword()) {
      int first = chip.passwordPage() * PAGE_SIZE;
      Arrays.fill(copy, first, first + 2 * PAGE_SIZE, (byte) 0);
    }
    return copy;
  }

  /** How many pages can be read at all: the key of Ultralight C never is. */
  int readablePages() {
    return chip.hasPassword() ? chip.pageCount() : UltralightCKey.FIRST_PAGE;
  }

  /** The pages of the key of Ultralight C. */
  Bytes key() {
    return dump().sliceFrom(UltralightCKey.FIRST_PAGE * PAGE_SIZE);
  }

  /** The first page that asks for password or key: AUTH0. */
  int guardedFrom() {
    return chip.hasPassword() ? configuration(AUTH0) : page(ULTRALIGHT_C_AUTH0)[0] & 0xFF;
  }

  /** Whether guarded pages cannot be read either: PROT, or bit 0 of AUTH1 not set. */
  boolean guardsReading() {
    return chip.hasPassword()
        ? (configuration(ACCESS) & ACCESS_PROT) != 0
        : (page(ULTRALIGHT_C_AUTH1)[0] & 1) == 0;
  }

  Bytes password() {
    return Bytes.copyOf(page(chip.passwordPage()));
  }

  Bytes pack() {
    return Bytes.copyOf(page(chip.packPage())).slice(0, 2);
  }

  /** Byte {@code index} of CFG0 (0 to 3) and CFG1 (4 to 7). */
  int configuration(int index) {
    return stored[chip.configurationPage() * PAGE_SIZE + index] & 0xFF;
  }

  /** Whether lock bits forbid writing the page; {@code CFGLCK} is not looked at. */
  boolean isLocked(int page) {
    if (page < STATIC_LOCK_PAGE) {
      return true;
    }
    if (page == CAPABILITY_PAGE) {
      return (staticLock(0) & 0x08) != 0;
    }
    if (page >= FIRST_USER_PAGE && page < 8) {
      return (staticLock(0) & (1 << page)) != 0;
    }
    if (page >= 8 && page < 16) {
      return (staticLock(1) & (1 << (page - 8))) != 0;
    }
    return chip.dynamicLock()
        .filter(lock -> lock.covers(page) && lock.locks(page(lock.page()), page))
        .isPresent();
  }

  /** Writes a page as far as the tag's power lasts: {@code bytes} of the 4. */
  void write(int page, Bytes data, int bytes) {
    byte[] merged = merged(page, data.toArray());
    if (bytes == PAGE_SIZE || !isTearProtected(page)) {
      System.arraycopy(merged, 0, stored, page * PAGE_SIZE, bytes);
    }
  }

  private byte[] merged(int page, byte[] written) {
    if (page == STATIC_LOCK_PAGE) {
      return mergedStaticLock(written);
    }
    if (page == CAPABILITY_PAGE) {
      return or(page(page), written);
    }
    if (!chip.hasPassword() && page == UltralightCCounter.PAGE) {
      return UltralightCCounter.merged(page(page), written);
    }
    if (chip.hasPassword() && page == chip.packPage()) {
      return new byte[] {written[0], written[1], 0, 0};
    }
    return chip.dynamicLock()
        .filter(lock -> lock.page() == page)
        .map(lock -> lock.merge(page(page), written))
        .orElse(written);
  }

  /**
   * Lock bits gain those written, unless their block-locking bit is set: bit 0 of the first byte
   * for page 3, bit 1 for pages 4 to 9, bit 2 for pages 10 to 15 (data sheet section 8.5.2).
   */
  private byte[] mergedStaticLock(byte[] written) {
    byte[] old = page(STATIC_LOCK_PAGE);
    int open0 = 0xFF;
    int open1 = 0xFF;
    if ((old[2] & 0x01) != 0) {
      open0 &= ~0x08;
    }
    if ((old[2] & 0x02) != 0) {
      open0 &= ~0xF0;
      open1 &= ~0x03;
    }
    if ((old[2] & 0x04) != 0) {
      open1 &= ~0xFC;
    }
    return new byte[] {
      old[0], old[1], (byte) (old[2] | (written[2] & open0)), (byte) (old[3] | (written[3] & open1))
    };
  }

  /** Lock bytes and capability container are written whole or not at all (section 10.4). */
  private boolean isTearProtected(int page) {
    return page == STATIC_LOCK_PAGE
        || page == CAPABILITY_PAGE
        || chip.dynamicLock().filter(lock -> lock.page() == page).isPresent();
  }

  private int staticLock(int index) {
    return stored[STATIC_LOCK_PAGE * PAGE_SIZE + 2 + index] & 0xFF;
  }

  private byte[] page(int page) {
    return Arrays.copyOfRange(stored, page * PAGE_SIZE, (page + 1) * PAGE_SIZE);
  }

  private static byte[] or(byte[] old, byte[] written) {
    byte[] joined = old.clone();
    for (int i = 0; i < joined.length; i++) {
      joined[i] = (byte) (joined[i] | written[i]);
    }
    return joined;
  }
}
