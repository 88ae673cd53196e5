package tapwright.core.tag;

import java.util.Arrays;
import tapwright.core.Bytes;
import tapwright.core.Refusal;

/**
 * Chips that are known by their version and not taken, each with the reason.
 *
 * <p>Version bytes as in proxmark3's cmdhfmfu.c; firmware-notes/chips/others.md lists them.
 */
enum OtherChip {
  NTAG_I2C_1K("NTAG I2C 1k", "0004040502011303", Reason.SECTORS),
  NTAG_I2C_2K("NTAG I2C 2k", "0004040502011503", Reason.SECTORS),
  NTAG_I2C_PLUS_1K("NTAG I2C plus 1k", "0004040502021303", Reason.SECTORS),
  NTAG_I2C_PLUS_2K("NTAG I2C plus 2k", "0004040502021503", Reason.SECTORS),
  NTAG213C("NTAG213C", "0004040201010F03", Reason.NO_SHEET),
  ULTRALIGHT_AES("Ultralight AES", "0004030104000F03", Reason.NO_SHEET);

  /** Vendor byte of the version: NXP (ISO/IEC 7816-6). */
  static final int NXP = 0x04;

  private static final int VERSION_BYTES = 8;

  private final String label;
  private final String version;
  private final Reason reason;

  OtherChip(String label, String version, Reason reason) {
    this.label = label;
    this.version = version;
    this.reason = reason;
  }

  /** Why a chip is not taken. */
  private enum Reason {
    SECTORS("a second processor can change its memory, and its lock pages lie elsewhere"),
    NO_SHEET("its lock and settings pages are not known from a data sheet");

    private final String words;

    Reason(String words) {
      this.words = words;
    }
  }

  /** Why a tag that says this of itself is not taken. */
  static Refusal refusalOf(Bytes version) {
    if (version.size() == VERSION_BYTES && version.at(1) != NXP) {
      return TagRefusal.MAKER_FOREIGN.with(
          "version", version, "maker", maker(version.at(1)), "allowed", "NXP (04)");
    }
    return Arrays.stream(values())
        .filter(chip -> chip.version.equals(version.toHex()))
        .findFirst()
        .map(OtherChip::refusal)
        .orElseGet(
            () ->
                TagRefusal.VERSION_UNKNOWN.with(
                    "version", version, "allowed", TagModel.knownVersions()));
  }

  private Refusal refusal() {
    return TagRefusal.CHIP_UNSUPPORTED.with(
        "model", label, "reason", reason.words, "allowed", TagModel.knownVersions());
  }

  /** Makers whose copies of NTAG21x have been seen, by the vendor byte of their version. */
  private static String maker(int vendor) {
    return switch (vendor) {
      case 0x05 -> "05, which copies by Feiju use";
      case 0x34 -> "Mikron (34)";
      case 0x53 -> "Shanghai Feiju (53)";
      default -> "%02X".formatted(vendor);
    };
  }
}
