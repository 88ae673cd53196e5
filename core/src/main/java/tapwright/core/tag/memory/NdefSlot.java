package tapwright.core.tag.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tapwright.core.Bytes;

/**
 * The place of a tag's NDEF message TLV: from its type byte to the end of the data area.
 *
 * @param address of the type byte
 * @param end of the data area, the first address behind it
 * @param reserved addresses in between that control TLVs keep from data
 */
public record NdefSlot(int address, int end, Set<Integer> reserved) {

  /** Longest value that a length field of one byte can give. */
  private static final int SHORT_LENGTH_MAX = 0xFE;

  /** Type byte and a length field of one byte. */
  public static final int SHORT_HEADER = 2;

  /** Type byte, FF and two bytes of length. */
  public static final int LONG_HEADER = 4;

  public NdefSlot {
    reserved = Set.copyOf(reserved);
  }

  /** The longest message that fits so many bytes, header counted, terminator not. */
  public static int longestMessage(int bytes) {
    int behindShortHeader = bytes - SHORT_HEADER;
    return behindShortHeader <= SHORT_LENGTH_MAX
        ? Math.max(0, behindShortHeader)
        : Math.max(SHORT_LENGTH_MAX, bytes - LONG_HEADER);
  }

  public int capacityBytes() {
    return longestMessage(usable(end - address).size());
  }

  /** The TLV block of the message, with a terminator TLV behind it where there is room. */
  public Bytes tlv(Bytes message) {
    Bytes block = header(message.size()).plus(message);
    boolean roomBehind = usable(block.size() + 1).size() > block.size();
    return roomBehind ? block.plus(Bytes.of(TlvType.TERMINATOR)) : block;
  }

  /** Where a byte of the message lies when the message is put here. */
  public int messageAddress(Bytes message, int index) {
    return addresses(header(message.size()).size() + index + 1).getLast();
  }

  /** The address of the (first) length byte. */
  public int lengthAddress() {
    return addresses(SHORT_HEADER).getLast();
  }

  /** The page of the length byte as it is, but with length zero. */
  public PageWrite emptied(MemoryImage image) {
    int page = lengthAddress() / MemoryImage.PAGE_BYTES;
    int index = lengthAddress() % MemoryImage.PAGE_BYTES;
    return new PageWrite(page, image.page(page).with(index, Bytes.of(0)));
  }

  /** The first usable addresses of the slot, in order. */
  public List<Integer> addresses(int count) {
    List<Integer> addresses = usable(count);
    if (addresses.size() < count) {
      throw new IllegalArgumentException(
          "slot at " + address + " has " + addresses.size() + " bytes, not " + count);
    }
    return addresses;
  }

  /** The first usable addresses, fewer where the data area ends before. */
  public List<Integer> usable(int most) {
    List<Integer> addresses = new ArrayList<>();
    for (int next = address; next < end && addresses.size() < most; next++) {
      if (!reserved.contains(next)) {
        addresses.add(next);
      }
    }
    return addresses;
  }

  /** The pages that the message takes, its length and terminator included. */
  public List<Integer> pagesOf(Bytes message) {
    return usable(tlv(message).size()).stream()
        .map(address -> address / MemoryImage.PAGE_BYTES)
        .distinct()
        .toList();
  }

  private static Bytes header(int length) {
    return length <= SHORT_LENGTH_MAX
        ? Bytes.of(TlvType.NDEF_MESSAGE, length)
        : Bytes.of(TlvType.NDEF_MESSAGE, TlvType.LONG_LENGTH, length >> 8, length & 0xFF);
  }
}
