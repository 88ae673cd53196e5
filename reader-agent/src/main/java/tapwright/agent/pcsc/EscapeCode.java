package tapwright.agent.pcsc;

import java.util.List;
import java.util.Locale;

/**
 * The control codes by which SCardControl hands a command to a CCID reader itself.
 *
 * <p>Windows: SCARD_CTL_CODE(3500) of Microsoft's CCID driver. pcsc-lite, also on macOS:
 * SCARD_CTL_CODE(1) of libccid (SCARDCONTROL.md), then SCARD_CTL_CODE(3500), which acsccid takes.
 */
final class EscapeCode {

  private static final int WINDOWS_BASE = 0x0031_0000;
  private static final int PCSC_LITE_BASE = 0x4200_0000;
  private static final int VENDOR_EXCHANGE = 1;
  private static final int CCID_ESCAPE = 3500;

  /** Those of this machine, in the order in which they are tried. */
  static final List<Integer> PLATFORM = of(System.getProperty("os.name", ""));

  private EscapeCode() {}

  /** Those of an operating system, named as Java names it. */
  static List<Integer> of(String operatingSystem) {
    return operatingSystem.toLowerCase(Locale.ROOT).startsWith("windows")
        ? List.of(WINDOWS_BASE + CCID_ESCAPE * 4)
        : List.of(PCSC_LITE_BASE + VENDOR_EXCHANGE, PCSC_LITE_BASE + CCID_ESCAPE);
  }
}
