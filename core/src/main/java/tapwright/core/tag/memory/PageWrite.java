package tapwright.core.tag.memory;

import tapwright.core.Bytes;

/**
 * One page with what it shall hold.
 *
 * @param page its number
 * @param data 4 bytes
 */
public record PageWrite(int page, Bytes data) {

  public PageWrite {
    if (page < 2 || page > 0xFF) {
      throw new IllegalArgumentException("page is " + page + ", allowed are 2 to 255");
    }
    if (data.size() != MemoryImage.PAGE_BYTES) {
      throw new IllegalArgumentException("data has " + data.size() + " bytes, allowed are 4");
    }
  }
}
