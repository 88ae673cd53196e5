package tapwright.core.tag;

import java.util.List;
import java.util.stream.IntStream;
import tapwright.core.Bytes;

/**
 * A bit of a dynamic lock page, and what it locks for ever.
 *
 * @param index of the bit in the page: 0 is the lowest bit of byte 0, 8 the lowest of byte 1
 * @param firstPage that it locks
 * @param lastPage that it locks
 * @param blockIndex of the bit that freezes this one as it is
 */
public record LockBit(int index, int firstPage, int lastPage, int blockIndex) {

  public LockBit {
    if (firstPage > lastPage) {
      throw new IllegalArgumentException("firstPage is " + firstPage + ", lastPage " + lastPage);
    }
  }

  public List<Integer> pages() {
    return IntStream.rangeClosed(firstPage, lastPage).boxed().toList();
  }

  boolean isSetIn(Bytes content) {
    return bit(content, index);
  }

  boolean isBlockedIn(Bytes content) {
    return bit(content, blockIndex);
  }

  private static boolean bit(Bytes content, int index) {
    return (content.at(index / 8) >> (index % 8) & 1) != 0;
  }
}
