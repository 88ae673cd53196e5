package tapwright.core.tag.memory;

import tapwright.core.Bytes;

/**
 * A run of bytes in the memory that a control TLV keeps from data (Type 2 Tag, lock control and
 * memory control TLV).
 *
 * <pre>
 * byte 0  high nibble: page number P, low nibble: byte offset O
 * byte 1  size: of lock bits, or of reserved bytes; 00 means 256
 * byte 2  low nibble n: address = P * 2^n + O; high nibble: bytes that one lock bit locks (2^)
 * </pre>
 *
 * @param address of the first byte
 * @param size how many
 */
public record ReservedBytes(int address, int size) {

  private static final int NO_SIZE_MEANS = 256;

  /** The dynamic lock bytes that a lock control TLV's three value bytes speak of. */
  public static ReservedBytes ofLockControl(Bytes value) {
    return new ReservedBytes(addressIn(value), (sizeIn(value) + 7) / 8);
  }

  /** The bytes that a memory control TLV's three value bytes speak of. */
  public static ReservedBytes ofMemoryControl(Bytes value) {
    return new ReservedBytes(addressIn(value), sizeIn(value));
  }

  private static int addressIn(Bytes value) {
    int page = value.at(0) >> 4;
    int offset = value.at(0) & 0x0F;
    return (page << (value.at(2) & 0x0F)) + offset;
  }

  private static int sizeIn(Bytes value) {
    return value.at(1) == 0 ? NO_SIZE_MEANS : value.at(1);
  }
}
