package tapwright.agent.encode;

import java.util.HexFormat;
import tapwright.core.Bytes;

/**
 * What a phone shows for a tag's memory: written apart from the product's parsers, after Android's.
 */
public final class PhoneView {

  /** No NDEF, an empty message, or bytes that are no message. */
  public static final String NOTHING = "";

  private final byte[] memory;
  private int position = 16;

  private PhoneView(byte[] memory) {
    this.memory = memory;
  }

  /** The message as hex digits, or {@link #NOTHING}. */
  public static String of(Bytes memory) {
    byte[] bytes = memory.toArray();
    boolean formatted = (bytes[12] & 0xFF) == 0xE1 && (bytes[13] & 0xF0) == 0x10;
    return formatted ? new PhoneView(bytes).message(16 + (bytes[14] & 0xFF) * 8) : NOTHING;
  }

  private String message(int end) {
    while (position < end) {
      int type = next();
      if (type == 0xFE) {
        return NOTHING;
      }
      if (type != 0) {
        int length = next();
        length = length == 0xFF ? next() * 256 + next() : length;
        if (position + length > end) {
          return NOTHING;
        }
        if (type == 3) {
          return isMessage(position, position + length)
              ? HexFormat.of().formatHex(memory, position, position + length)
              : NOTHING;
        }
        position += length;
      }
    }
    return NOTHING;
  }

  /** A byte, or a zero behind the last one, where no area reaches anyway. */
  private int next() {
    int value = position < memory.length ? memory[position] & 0xFF : 0;
    position++;
    return value;
  }

  private boolean isMessage(int from, int to) {
    int at = from;
    boolean chunk = false;
    while (at < to) {
      int flags = memory[at++] & 0xFF;
      int tnf = flags & 7;
      boolean isShort = (flags & 0x10) != 0;
      boolean hasId = (flags & 0x08) != 0;
      if (at + 1 + (isShort ? 1 : 4) + (hasId ? 1 : 0) > to) {
        return false;
      }
      int typeLength = memory[at++] & 0xFF;
      long payloadLength = 0;
      for (int i = 0; i < (isShort ? 1 : 4); i++) {
        payloadLength = payloadLength * 256 + (memory[at++] & 0xFF);
      }
      int idLength = hasId ? memory[at++] & 0xFF : 0;
      boolean empty = typeLength + idLength + payloadLength == 0;
      boolean allowed =
          switch (tnf) {
            case 0 -> empty && !chunk;
            case 1, 2, 3, 4 -> !chunk;
            case 5 -> typeLength == 0 && !chunk;
            case 6 -> typeLength == 0 && chunk;
            default -> false;
          };
      if (!allowed || at + typeLength + idLength + payloadLength > to) {
        return false;
      }
      at += (int) (typeLength + idLength + payloadLength);
      chunk = (flags & 0x20) != 0;
      if ((flags & 0x40) != 0) {
        return at == to && !chunk;
      }
    }
    return false;
  }
}
