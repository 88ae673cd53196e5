package tapwright.core.tag;

import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.tag.memory.MemoryImage;

/**
 * A chip's settings of mirror, counter and password (NTAG213/215/216 data sheet, section 8.5.7).
 *
 * <pre>
 * CFG0  MIRROR  RFUI  MIRROR_PAGE  AUTH0     factory 04 00 00 FF
 * CFG1  ACCESS  RFUI  RFUI         RFUI      factory 00 05 00 00
 *
 * MIRROR  bits 7-6 content, bits 5-4 byte in the page, bit 2 strong modulation
 * ACCESS  bit 7 PROT (password for reading too), bit 6 CFGLCK, bit 4 NFC_CNT_EN,
 *         bit 3 NFC_CNT_PWD_PROT, bits 2-0 AUTHLIM
 * </pre>
 *
 * <p>Changing a setting keeps every other bit as it was read.
 *
 * @param cfg0 the first page
 * @param cfg1 the second page
 */
public record TagConfiguration(Bytes cfg0, Bytes cfg1) {

  private static final int CONTENT_SHIFT = 6;
  private static final int BYTE_SHIFT = 4;
  private static final int PLACE_BITS = 0xF0;
  private static final int READ_PROTECTED = 0x80;
  private static final int LOCKED = 0x40;
  private static final int COUNTER_ENABLED = 0x10;
  private static final int COUNTER_PROTECTED = 0x08;
  private static final int TRIES_BITS = 0x07;
  private static final int AUTH0 = 3;

  public TagConfiguration {
    if (cfg0.size() != MemoryImage.PAGE_BYTES || cfg1.size() != MemoryImage.PAGE_BYTES) {
      throw new IllegalArgumentException("cfg0 is " + cfg0 + ", cfg1 " + cfg1 + ", not pages");
    }
  }

  /** What the chip mirrors now; empty below page 4, which switches the mirror off. */
  public Optional<MirrorWindow> mirror() {
    MirrorContent content = MirrorContent.ofBits(cfg0.at(0) >> CONTENT_SHIFT);
    int page = cfg0.at(2);
    if (content == MirrorContent.NONE || page < TagModel.FIRST_USER_PAGE) {
      return Optional.empty();
    }
    int offset = (cfg0.at(0) >> BYTE_SHIFT) & 0b11;
    return Optional.of(new MirrorWindow(content, page * MemoryImage.PAGE_BYTES + offset));
  }

  /** These settings with the mirror there. */
  public TagConfiguration withMirror(MirrorWindow window) {
    int offset = window.address() % MemoryImage.PAGE_BYTES;
    int place = (window.content().bits() << CONTENT_SHIFT) | (offset << BYTE_SHIFT);
    int mirror = (cfg0.at(0) & ~PLACE_BITS) | place;
    return new TagConfiguration(Bytes.of(mirror, cfg0.at(1), window.page(), cfg0.at(3)), cfg1);
  }

  /** These settings without a mirror. */
  public TagConfiguration withoutMirror() {
    return new TagConfiguration(
        Bytes.of(cfg0.at(0) & ~PLACE_BITS, cfg0.at(1), 0, cfg0.at(3)), cfg1);
  }

  /** These settings with the read counter counting. */
  public TagConfiguration withCounter() {
    return new TagConfiguration(
        cfg0, Bytes.of(cfg1.at(0) | COUNTER_ENABLED).plus(cfg1.sliceFrom(1)));
  }

  /** These settings with the password asked for as it should be. */
  public TagConfiguration withPassword(PasswordSetting setting) {
    int from = setting.reading() ? TagModel.FIRST_USER_PAGE : StaticLock.PAGE;
    int kept = cfg1.at(0) & ~(READ_PROTECTED | TRIES_BITS);
    int access = kept | (setting.reading() ? READ_PROTECTED : 0) | setting.tries();
    return new TagConfiguration(cfg0.with(AUTH0, Bytes.of(from)), cfg1.with(0, Bytes.of(access)));
  }

  /** These settings with CFGLCK: they never change again, from the next power-up on. */
  public TagConfiguration frozen() {
    return new TagConfiguration(cfg0, cfg1.with(0, Bytes.of(cfg1.at(0) | LOCKED)));
  }

  public boolean isCounting() {
    return (cfg1.at(0) & COUNTER_ENABLED) != 0;
  }

  /** Whether these settings can never change again. */
  public boolean isLocked() {
    return (cfg1.at(0) & LOCKED) != 0;
  }

  /** Whether protected pages ask for the password for reading too. */
  public boolean isReadProtected() {
    return (cfg1.at(0) & READ_PROTECTED) != 0;
  }

  /**
   * These settings with no page asking for the password, wrong ones not counted, and the counter
   * told to anybody.
   */
  public TagConfiguration withoutPassword() {
    int access = cfg1.at(0) & ~(READ_PROTECTED | COUNTER_PROTECTED | TRIES_BITS);
    return new TagConfiguration(
        cfg0.with(AUTH0, Bytes.of(Protection.NO_PASSWORD)), cfg1.with(0, Bytes.of(access)));
  }

  /** AUTHLIM: after so many wrong passwords the chip takes none any more; 0 for no limit. */
  public int tries() {
    return cfg1.at(0) & TRIES_BITS;
  }

  /** AUTH0: the first page that asks for the password. */
  public int passwordFrom() {
    return cfg0.at(3);
  }
}
