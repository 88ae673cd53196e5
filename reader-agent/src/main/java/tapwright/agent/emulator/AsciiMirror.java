package tapwright.agent.emulator;

import java.nio.charset.StandardCharsets;
import tapwright.core.tag.Uid;

/**
 * The text that an NTAG21x lays over its user memory when it is read: its UID, its read counter, or
 * both with an {@code x} between them (NTAG213/215/216 data sheet section 8.7).
 *
 * @param startByte where the text begins, counted from page 0
 * @param text upper-case hexadecimal digits
 */
record AsciiMirror(int startByte, String text) {

  private static final int FIRST_USER_PAGE = 4;

  /** The overlay that the configuration asks for; its text is empty where there is none. */
  static AsciiMirror of(
      EmulatedChip chip, TagMemory memory, Uid uid, int counter, boolean showsIt) {
    int mirror = memory.configuration(0);
    int startPage = memory.configuration(2);
    int start = startPage * TagMemory.PAGE_SIZE + ((mirror >> 4) & 0x03);
    String text = text(mirror >> 6, uid, counter, showsIt);
    boolean fits =
        startPage >= FIRST_USER_PAGE
            && start + text.length() <= (chip.lastUserPage() + 1) * TagMemory.PAGE_SIZE;
    return new AsciiMirror(start, fits ? text : "");
  }

  /** MIRROR_CONF: 1 UID, 2 counter, 3 both; without a visible counter only the UID is left. */
  private static String text(int selection, Uid uid, int counter, boolean showsCounter) {
    String digits = "%06X".formatted(counter);
    return switch (selection) {
      case 1 -> uid.toString();
      case 2 -> showsCounter ? digits : "";
      case 3 -> showsCounter ? uid + "x" + digits : uid.toString();
      default -> "";
    };
  }

  void layOver(byte[] memory) {
    if (!text.isEmpty()) { // without text it may begin anywhere, outside of the memory too
      byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(ascii, 0, memory, startByte, ascii.length);
    }
  }
}
