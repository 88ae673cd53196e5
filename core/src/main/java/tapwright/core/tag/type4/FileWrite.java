package tapwright.core.tag.type4;

import tapwright.core.Bytes;

/**
 * One UPDATE BINARY of the NDEF file.
 *
 * @param offset of its first byte in the file
 * @param data at least one byte
 */
public record FileWrite(int offset, Bytes data) {

  public FileWrite {
    if (offset < 0 || data.isEmpty()) {
      throw new IllegalArgumentException(
          "offset is " + offset + ", data has " + data.size() + " bytes; allowed are 0 and 1 up");
    }
  }
}
