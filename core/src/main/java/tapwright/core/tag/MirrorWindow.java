package tapwright.core.tag;

import java.util.HexFormat;
import tapwright.core.Bytes;

/**
 * The bytes that a chip covers with its UID and read counter when it is read.
 *
 * @param content what it puts there
 * @param address of the first covered byte
 */
public record MirrorWindow(MirrorContent content, int address) {

  /** Between UID and counter (NTAG213/215/216 data sheet, section 8.7.3). */
  private static final char SEPARATOR = 'x';

  private static final HexFormat DIGITS = HexFormat.of().withUpperCase();

  public int page() {
    return address / MemoryImage.PAGE_BYTES;
  }

  /** The address behind the last covered byte. */
  public int end() {
    return address + content.characters();
  }

  /** Whether what was read there is what the chip of this UID shows, at any counter value. */
  public boolean shows(Bytes read, Uid uid) {
    if (read.size() != content.characters()) {
      return false;
    }
    String text = read.toUtf8();
    return switch (content) {
      case NONE -> true;
      case UID -> text.equals(uid.toString());
      case COUNTER -> isCounter(text);
      case UID_AND_COUNTER ->
          text.startsWith(uid.toString() + SEPARATOR)
              && isCounter(text.substring(MirrorContent.UID.characters() + 1));
    };
  }

  private static boolean isCounter(String text) {
    return text.length() == MirrorContent.COUNTER.characters()
        && text.chars().allMatch(c -> HexFormat.isHexDigit(c))
        && DIGITS.formatHex(DIGITS.parseHex(text)).equals(text);
  }
}
