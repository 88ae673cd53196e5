package tapwright.core.tag.memory;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import tapwright.core.Bytes;

/** What is known of a tag's memory, byte by byte; the rest is unknown, not zero. */
public final class MemoryImage {

  /** Bytes in a page. */
  public static final int PAGE_BYTES = 4;

  /** Nothing is known yet. */
  public static final MemoryImage UNKNOWN = new MemoryImage(new byte[0], new BitSet());

  private final byte[] values;
  private final BitSet known;

  private MemoryImage(byte[] values, BitSet known) {
    this.values = values;
    this.known = known;
  }

  /** This image with the pages from {@code firstPage} on replaced by what was read. */
  public MemoryImage with(int firstPage, Bytes pages) {
    if (pages.size() % PAGE_BYTES != 0) {
      throw new IllegalArgumentException("pages has " + pages.size() + " bytes, not whole pages");
    }
    int from = firstPage * PAGE_BYTES;
    MemoryImage copy = copyOfSize(from + pages.size());
    for (int i = 0; i < pages.size(); i++) {
      copy.set(from + i, pages.at(i));
    }
    return copy;
  }

  /** This image with single bytes replaced, the first value at the first address and so on. */
  public MemoryImage withBytes(List<Integer> addresses, Bytes bytes) {
    int end = addresses.stream().mapToInt(address -> address + 1).max().orElse(0);
    MemoryImage copy = copyOfSize(end);
    for (int i = 0; i < addresses.size(); i++) {
      copy.set(addresses.get(i), bytes.at(i));
    }
    return copy;
  }

  public boolean knows(int address) {
    return known.get(address);
  }

  public boolean knowsPages(int first, int last) {
    return known.nextClearBit(first * PAGE_BYTES) >= (last + 1) * PAGE_BYTES;
  }

  /** The byte at the address, a number from 0 to 255. */
  public int at(int address) {
    if (!known.get(address)) {
      throw new IllegalArgumentException("byte " + address + " of the tag is not known");
    }
    return values[address] & 0xFF;
  }

  public Bytes page(int page) {
    return pages(page, page);
  }

  /** The pages from {@code first} to {@code last}, both included. */
  public Bytes pages(int first, int last) {
    if (!knowsPages(first, last)) {
      throw new IllegalArgumentException("pages " + first + " to " + last + " are not known");
    }
    return Bytes.copyOf(Arrays.copyOfRange(values, first * PAGE_BYTES, (last + 1) * PAGE_BYTES));
  }

  /** The bytes from the page on, up to the first that is unknown. */
  public Bytes knownFrom(int page) {
    int from = page * PAGE_BYTES;
    return Bytes.copyOf(Arrays.copyOfRange(values, from, Math.max(from, known.nextClearBit(from))));
  }

  /** The bytes at these addresses, in this order. */
  public Bytes bytesAt(List<Integer> addresses) {
    return Bytes.of(addresses.stream().mapToInt(this::at).toArray());
  }

  /** The page with zeros for the bytes of it that are unknown. */
  public Bytes pageOrZeros(int page) {
    byte[] bytes = new byte[PAGE_BYTES];
    for (int i = 0; i < PAGE_BYTES; i++) {
      int address = page * PAGE_BYTES + i;
      bytes[i] = known.get(address) ? values[address] : 0;
    }
    return Bytes.copyOf(bytes);
  }

  private MemoryImage copyOfSize(int size) {
    byte[] copy = Arrays.copyOf(values, Math.max(values.length, size));
    return new MemoryImage(copy, (BitSet) known.clone());
  }

  private void set(int address, int value) {
    values[address] = (byte) value;
    known.set(address);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MemoryImage image
        && known.equals(image.known)
        && known.stream().allMatch(address -> values[address] == image.values[address]);
  }

  @Override
  public int hashCode() {
    return known.hashCode();
  }

  /** A page a line, unknown bytes as two question marks. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int address = 0; address < known.length(); address++) {
      if (address % PAGE_BYTES == 0) {
        text.append("%n%02X:".formatted(address / PAGE_BYTES));
      }
      text.append(known.get(address) ? " %02X".formatted(values[address]) : " ??");
    }
    return text.toString().strip();
  }
}
