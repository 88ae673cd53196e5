package tapwright.core.tap;

import java.util.HexFormat;
import java.util.Optional;
import tapwright.core.tag.Uid;

/**
 * What an NTAG21x writes into its link: UID, {@code x}, read counter (NTAG213/215/216 data sheet,
 * section 8.7.3).
 *
 * @param uid the chip's
 * @param counter 0 to FFFFFF: how often the chip was powered up and read
 */
public record Mirror(Uid uid, int counter) {

  /** The highest value of the chip's 24-bit counter, where it stops. */
  public static final int MAX_COUNTER = 0xFFFFFF;

  private static final int UID_DIGITS = 14;
  private static final int LENGTH = 21;

  public Mirror {
    if (counter < 0 || counter > MAX_COUNTER) {
      throw new IllegalArgumentException("counter is " + counter + ", allowed are 0 to 16777215");
    }
  }

  /** The mirror that a text like {@code 04E141124C2880x003F31} spells; empty when none. */
  public static Optional<Mirror> parse(String text) {
    if (text.length() != LENGTH || text.charAt(UID_DIGITS) != 'x' || !allHex(text)) {
      return Optional.empty();
    }
    return Optional.of(
        new Mirror(
            Uid.ofHex(text.substring(0, UID_DIGITS)),
            HexFormat.fromHexDigits(text, UID_DIGITS + 1, LENGTH)));
  }

  /** Whether the chip left the placeholder as it was written, because its mirror is off. */
  boolean isPlaceholder() {
    return counter == 0 && uid.value().toHex().chars().allMatch(digit -> digit == '0');
  }

  private static boolean allHex(String text) {
    for (int i = 0; i < LENGTH; i++) {
      if (i != UID_DIGITS && !HexFormat.isHexDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
