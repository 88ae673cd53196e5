package tapwright.agent.encode;

import java.util.HexFormat;
import tapwright.agent.emulator.CopiedTag;
import tapwright.agent.emulator.EmulatedTag;
import tapwright.agent.emulator.TagAnswer;
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

  /**
   * What a phone shows of what it reads, the mirror laid over; the tag's own UID with a counter
   * counts as the placeholder that it stands for.
   */
  public static String of(EmulatedTag tag) {
    EmulatedTag read = CopiedTag.of(tag);
    read.place();
    Bytes memory = Bytes.EMPTY;
    for (int page = 0; page <= read.chip().lastUserPage(); page += 4) {
      if (read.answer(Bytes.of(0x30, page)) instanceof TagAnswer.Data(Bytes pages)) {
        memory = memory.plus(pages);
      }
    }
    String mirrored = hex(Bytes.ofUtf8(tag.uid() + "x")) + "(3[0-9]|4[1-6]){6}";
    String placeholder = hex(Bytes.ofUtf8(EncodeRequest.MIRROR_PLACEHOLDER));
    return of(memory).replaceAll(mirrored, placeholder);
  }

  /** The page of the (first) length byte of the message; 0 where there is none. */
  public static int lengthPage(Bytes memory) {
    int at = 16;
    while (at + 1 < memory.size() && memory.at(at) != 3) {
      at += memory.at(at) == 0 ? 1 : 2 + memory.at(at + 1);
    }
    return at + 1 < memory.size() ? (at + 1) / 4 : 0;
  }

  private static String hex(Bytes bytes) {
    return HexFormat.of().formatHex(bytes.toArray());
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
