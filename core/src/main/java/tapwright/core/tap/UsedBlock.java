package tapwright.core.tap;

/**
 * Which of 64 neighbouring values of a chip's counter were used up.
 *
 * @param index the counter's value divided by 64
 * @param bits the bit at a value's remainder says whether that value was used up
 */
public record UsedBlock(int index, long bits) {

  private static final int LAST_INDEX = Mirror.MAX_COUNTER / Long.SIZE;

  public UsedBlock {
    if (index < 0 || index > LAST_INDEX) {
      throw new IllegalArgumentException("index is " + index + ", allowed are 0 to " + LAST_INDEX);
    }
  }

  /** The block with this index, nothing in it used up. */
  public static UsedBlock unused(int index) {
    return new UsedBlock(index, 0);
  }

  /** The index of the block that the counter's value is in. */
  public static int indexOf(int counter) {
    return counter / Long.SIZE;
  }

  /** Whether the value was used up. */
  public boolean has(int counter) {
    return (bits & bit(counter)) != 0;
  }

  /** The block with the value used up. */
  public UsedBlock with(int counter) {
    return new UsedBlock(index, bits | bit(counter));
  }

  /** How many values of the block were used up. */
  public int size() {
    return Long.bitCount(bits);
  }

  private long bit(int counter) {
    if (counter < 0 || indexOf(counter) != index) {
      throw new IllegalArgumentException(
          "counter is " + counter + ", allowed are the 64 values of block " + index);
    }
    return 1L << (counter % Long.SIZE);
  }
}
