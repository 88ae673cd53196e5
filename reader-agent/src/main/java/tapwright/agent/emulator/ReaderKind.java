package tapwright.agent.emulator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The ways in which real readers let a tag be spoken to; firmware-notes/readers has the sources.
 */
public enum ReaderKind {
  /** FF B0 and FF D6, and PN532 commands through FF 00 00 00 (ACS ACR122U). */
  ACR122U(4),

  /** FF B0 and FF D6, and the transparent session FF C2 of PC/SC part 3 supplement 2 (ACR1252U). */
  PCSC(4),

  /** FF B0 of 16 bytes and FF D6, nothing else. */
  FF_ONLY(4),

  /** As {@link #FF_ONLY}, but FF B0 returns 4 bytes whatever was asked for (Identiv uTrust). */
  FF_ONLY_4(1);

  private final int pagesPerBlock;

  ReaderKind(int pagesPerBlock) {
    this.pagesPerBlock = pagesPerBlock;
  }

  /** How many pages FF B0 returns at most. */
  int pagesPerBlock() {
    return pagesPerBlock;
  }

  /** The name on the command line: lower case, with hyphens. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<ReaderKind> ofLabel(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label().equals(label)).findFirst();
  }
}
