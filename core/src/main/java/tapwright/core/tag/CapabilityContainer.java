package tapwright.core.tag;

import tapwright.core.Bytes;
import tapwright.core.Checked;

/**
 * What a tag says of its own memory: page 3 (NFC Forum Type 2 Tag, section "Capability Container").
 *
 * <pre>
 * byte 0  E1: NDEF data may be here
 * byte 1  version, major in the high nibble: 1
 * byte 2  size of the data area in steps of 8 bytes
 * byte 3  access: high nibble read (0 free), low nibble write (0 free, F none)
 * </pre>
 *
 * @param value the 4 bytes
 */
public record CapabilityContainer(Bytes value) {

  /** The page that holds it. */
  public static final int PAGE = 3;

  private static final int MAGIC = 0xE1;
  private static final int MAJOR_VERSION = 1;

  public CapabilityContainer {
    if (!isContainer(value)) {
      throw new IllegalArgumentException("value is " + value + ", which is no container");
    }
  }

  public static Checked<CapabilityContainer> of(Bytes page) {
    return isContainer(page)
        ? Checked.passed(new CapabilityContainer(page))
        : Checked.refused(TagRefusal.CONTAINER_INVALID.with("seen", page));
  }

  public int sizeBytes() {
    return value.at(2) * 8;
  }

  public int access() {
    return value.at(3);
  }

  public boolean isWritable() {
    return access() == 0;
  }

  public static boolean isContainer(Bytes page) {
    return page.size() == 4
        && page.at(0) == MAGIC
        && page.at(1) >> 4 == MAJOR_VERSION
        && page.at(2) > 0;
  }
}
