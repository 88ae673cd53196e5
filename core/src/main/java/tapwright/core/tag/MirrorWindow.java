package tapwright.core.tag;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.RefusalCode;
import tapwright.core.tag.memory.MemoryImage;
import tapwright.core.tag.memory.NdefSlot;

/**
 * The bytes that a chip covers with its UID and read counter when it is read.
 *
 * @param content what it puts there
 * @param address of the first covered byte
 */
public record MirrorWindow(MirrorContent content, int address) {

  /** No mirror. */
  public static final MirrorWindow NONE = new MirrorWindow(MirrorContent.NONE, 0);

  /** Between UID and counter (NTAG213/215/216 data sheet, section 8.7.3). */
  private static final char SEPARATOR = 'x';

  private static final HexFormat DIGITS = HexFormat.of().withUpperCase();

  /**
   * The window over a placeholder of 21 characters in a message, for UID and counter.
   *
   * @param slot where the message lies on the tag
   */
  public static Checked<MirrorWindow> over(
      Bytes placeholder, Bytes message, NdefSlot slot, TagModel model) {
    int index = indexOf(placeholder, message);
    if (index < 0) {
      return refused(ProtectionRefusal.MIRROR_PLACE_MISSING, "allowed", placeholder.toUtf8());
    }
    if (model.mirrorLimits().isEmpty()) {
      return refused(
          ProtectionRefusal.MIRROR_UNSUPPORTED, "model", model.label(), "allowed", mirroring());
    }
    int lastPage = model.mirrorLimits().orElseThrow().both();
    MirrorWindow window =
        new MirrorWindow(MirrorContent.UID_AND_COUNTER, slot.messageAddress(message, index));
    if (window.page() > lastPage) {
      return refused(
          ProtectionRefusal.MIRROR_PLACE_TOO_FAR,
          "seen",
          "%02X".formatted(window.page()),
          "model",
          model.label(),
          "allowed",
          "%02X".formatted(lastPage));
    }
    return Checked.passed(window);
  }

  public int page() {
    return address / MemoryImage.PAGE_BYTES;
  }

  /** The address behind the last covered byte. */
  public int end() {
    return address + content.characters();
  }

  public boolean covers(int byteAddress) {
    return byteAddress >= address && byteAddress < end();
  }

  /** Whether the image, as it was read, has this chip's own text there. */
  public boolean isShownIn(MemoryImage image) {
    List<Integer> covered = IntStream.range(address, end()).boxed().toList();
    return covered.stream().allMatch(image::knows)
        && shows(image.bytesAt(covered), TagSnapshot.uncheckedUidIn(image));
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

  private static Checked<MirrorWindow> refused(RefusalCode code, Object... details) {
    return Checked.refused(code.with(details));
  }

  private static String mirroring() {
    return Arrays.stream(TagModel.values())
        .filter(model -> model.mirrorLimits().isPresent())
        .map(TagModel::label)
        .collect(Collectors.joining(", "));
  }

  /** Where the placeholder begins in the message; below zero for nowhere. */
  // ISO 8859-1 gives each byte one character, so that indexes stay what they are.
  public static int indexOf(Bytes placeholder, Bytes message) {
    String text = new String(message.toArray(), StandardCharsets.ISO_8859_1);
    return text.indexOf(new String(placeholder.toArray(), StandardCharsets.ISO_8859_1));
  }

  private static boolean isCounter(String text) {
    return text.length() == MirrorContent.COUNTER.characters()
        && text.chars().allMatch(c -> HexFormat.isHexDigit(c))
        && DIGITS.formatHex(DIGITS.parseHex(text)).equals(text);
  }
}
