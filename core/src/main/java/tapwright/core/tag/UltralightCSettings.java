package tapwright.core.tag;

import tapwright.core.tag.memory.MemoryImage;

/** Where Ultralight C keeps what asks for its key (MF0ICU2 data sheet, section 7.5.8). */
final class UltralightCSettings {

  /** Its first byte is the first page that asks for the key; 30h and more for none. */
  static final int AUTH0_PAGE = 0x2A;

  /** Bit 0 of its first byte: 1 asks for writing alone, 0 for reading too. */
  static final int AUTH1_PAGE = 0x2B;

  private UltralightCSettings() {}

  /** The first page that asks for the key, as far as it was read. */
  static int keyFrom(MemoryImage image) {
    return image.knowsPages(AUTH0_PAGE, AUTH0_PAGE)
        ? image.page(AUTH0_PAGE).at(0)
        : Protection.NO_PASSWORD;
  }
}
