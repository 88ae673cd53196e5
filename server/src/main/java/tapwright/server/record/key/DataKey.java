package tapwright.server.record.key;

import tapwright.core.Bytes;

/** A key that data is encrypted with, in the clear: only ever in memory. */
public record DataKey(Bytes value) {

  /** 256 bits. */
  public static final int BYTES = 32;

  public DataKey {
    if (value.size() != BYTES) {
      throw new IllegalArgumentException(
          "data key has " + value.size() + " bytes, allowed are " + BYTES);
    }
  }

  /** Says nothing: keys are never shown. */
  @Override
  public String toString() {
    return "DataKey";
  }
}
