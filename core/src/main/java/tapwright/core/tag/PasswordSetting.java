package tapwright.core.tag;

/**
 * How a tag shall be protected by its password.
 *
 * @param secret what has to be known
 * @param reading whether it is asked for reading too; a card that phones shall read stays open
 * @param tries AUTHLIM: after so many wrong passwords the chip takes none any more, for ever; 0 for
 *     no limit, at most 7
 */
public record PasswordSetting(TagPassword secret, boolean reading, int tries) {

  /** ACCESS has three bits for AUTHLIM (NTAG213/215/216 data sheet, section 8.5.7). */
  private static final int MAX_TRIES = 7;

  public PasswordSetting {
    if (tries < 0 || tries > MAX_TRIES) {
      throw new IllegalArgumentException("tries is " + tries + ", allowed are 0 to 7");
    }
  }

  /** Asked for writing only, as often as anybody likes to guess. */
  public static PasswordSetting forWriting(TagPassword secret) {
    return new PasswordSetting(secret, false, 0);
  }
}
