package tapwright.core.tag;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tapwright.core.Bytes;
import tapwright.core.tag.memory.MemoryImage;
import tapwright.core.tag.memory.NdefSlot;
import tapwright.core.tag.memory.ReservedBytes;
import tapwright.core.tag.memory.TlvType;

/**
 * One walk over the TLV blocks of a data area, up to its first NDEF message TLV.
 *
 * <p>NULL TLVs are passed over; lock and memory control TLVs reserve the bytes they name; blocks of
 * other types are skipped by their length. A length in the three-byte form is taken even below 255,
 * which the text forbids: phones read it, so it counts as being there.
 */
public final class TlvWalk {

  /** Page 4: the data area begins there on every Type 2 tag. */
  private static final int START = TagModel.FIRST_USER_PAGE * MemoryImage.PAGE_BYTES;

  private static final int CONTROL_VALUE_BYTES = 3;

  private final MemoryImage image;
  private final int end;
  private final Set<Integer> reserved = new HashSet<>();

  /** The next byte to look at. */
  private int position = START;

  /** Behind the last block that has to stay: control and proprietary TLVs. */
  private int home = START;

  private TlvWalk(MemoryImage image, int dataAreaBytes) {
    this.image = image;
    this.end = START + dataAreaBytes;
  }

  public static TlvReading over(MemoryImage image, int dataAreaBytes) {
    TlvWalk walk = new TlvWalk(image, dataAreaBytes);
    TlvReading reading = walk.step();
    while (reading == null) {
      reading = walk.step();
    }
    return reading;
  }

  /** Passes one block; gives a reading when the walk ends there. */
  private @Nullable TlvReading step() {
    passNulls();
    List<Integer> header = slotAt(position).usable(NdefSlot.LONG_HEADER);
    if (header.isEmpty()) {
      return new TlvReading.Absent(slotAt(home));
    }
    if (!image.knows(header.getFirst())) {
      return unread(header.subList(0, 1));
    }
    int type = image.at(header.getFirst());
    if (type == TlvType.TERMINATOR) {
      return new TlvReading.Absent(slotAt(home));
    }
    if (type == TlvType.NULL) {
      position = header.getFirst() + 1;
      return null;
    }
    return block(type, header);
  }

  /** A blank chip is full of NULL TLVs, and a plan is looked at in many states of the memory. */
  private void passNulls() {
    while (position < end
        && !reserved.contains(position)
        && image.knows(position)
        && image.at(position) == TlvType.NULL) {
      position++;
    }
  }

  private @Nullable TlvReading block(int type, List<Integer> header) {
    if (header.size() < NdefSlot.SHORT_HEADER) {
      return malformed(type, "has no length");
    }
    if (!image.knows(header.get(1))) {
      return unread(header.subList(1, 2));
    }
    if (image.at(header.get(1)) != TlvType.LONG_LENGTH) {
      return sized(type, NdefSlot.SHORT_HEADER, image.at(header.get(1)));
    }
    if (header.size() < NdefSlot.LONG_HEADER) {
      return malformed(type, "has no length");
    }
    if (!knowsAll(header)) {
      return unread(header);
    }
    return sized(
        type, NdefSlot.LONG_HEADER, (image.at(header.get(2)) << 8) | image.at(header.get(3)));
  }

  private @Nullable TlvReading sized(int type, int headerBytes, int length) {
    List<Integer> block = slotAt(position).usable(headerBytes + length);
    if (block.size() < headerBytes + length) {
      int left = block.size() - headerBytes;
      return malformed(type, "claims " + length + " bytes, behind its length are " + left);
    }
    return value(type, block.subList(headerBytes, block.size()), block.getLast() + 1);
  }

  private @Nullable TlvReading value(int type, List<Integer> value, int next) {
    if (type == TlvType.NDEF_MESSAGE) {
      return knowsAll(value)
          ? new TlvReading.Found(slotAt(position), image.bytesAt(value))
          : unread(value);
    }
    if (type == TlvType.LOCK_CONTROL || type == TlvType.MEMORY_CONTROL) {
      if (value.size() != CONTROL_VALUE_BYTES) {
        return malformed(type, "has " + value.size() + " bytes, allowed are 3");
      }
      if (!knowsAll(value)) {
        return unread(value);
      }
      reserve(type, image.bytesAt(value));
    }
    position = next;
    home = isKept(type) ? next : home;
    return null;
  }

  private static boolean isKept(int type) {
    return type == TlvType.LOCK_CONTROL
        || type == TlvType.MEMORY_CONTROL
        || type == TlvType.PROPRIETARY;
  }

  private void reserve(int type, Bytes value) {
    ReservedBytes bytes =
        type == TlvType.LOCK_CONTROL
            ? ReservedBytes.ofLockControl(value)
            : ReservedBytes.ofMemoryControl(value);
    for (int i = 0; i < bytes.size(); i++) {
      reserved.add(bytes.address() + i);
    }
  }

  private TlvReading malformed(int type, String fault) {
    int place = type == TlvType.NDEF_MESSAGE ? position : home;
    return new TlvReading.Malformed(
        slotAt(place),
        TagRefusal.TLV_MALFORMED.with(
            "type", "%02X".formatted(type), "address", position, "fault", fault));
  }

  private static TlvReading unread(List<Integer> addresses) {
    return new TlvReading.Unread(
        addresses.getFirst() / MemoryImage.PAGE_BYTES,
        addresses.getLast() / MemoryImage.PAGE_BYTES);
  }

  private NdefSlot slotAt(int address) {
    return new NdefSlot(address, end, reserved);
  }

  private boolean knowsAll(List<Integer> addresses) {
    return addresses.stream().allMatch(image::knows);
  }
}
