package tapwright.core.tag;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tapwright.core.Bytes;
import tapwright.core.Checked;

/**
 * A chip that Tapwright writes, with its memory map; known for certain by GET_VERSION.
 *
 * <pre>
 * pages 00-01  UID with its two check bytes
 * page  02     check byte, internal byte, two static lock bytes
 * page  03     capability container
 * pages 04-..  user pages; the TLV blocks lie in the first {@link #dataAreaBytes} of them
 * then         dynamic lock page (where there is one), CFG0, CFG1, PWD, PACK
 * </pre>
 *
 * <p>Sources: NXP data sheets NTAG213/215/216 (sections 8.5, 8.5.7, 10.1) and MF0ULx1 (sections
 * 8.5, 10.1); the granularity of the dynamic lock bits is in section 8.5.3 of both.
 */
@SuppressWarnings("ImmutableEnumChecker") // Bytes cannot change, it only does not say so
public enum TagModel {
  NTAG213(
      "NTAG213",
      "0004040201000F03",
      0x27,
      144,
      "0103A00C34",
      2,
      new MirrorLimits(0x24, 0x26, 0x22)),
  NTAG215("NTAG215", "0004040201001103", 0x81, 496, "", 16, new MirrorLimits(0x7E, 0x80, 0x7C)),
  NTAG216("NTAG216", "0004040201001303", 0xE1, 872, "", 16, new MirrorLimits(0xDE, 0xE0, 0xDC)),
  MF0UL11("Ultralight EV1 MF0UL11", "0004030101000B03", 0x0F, 48, "", 0, null),
  MF0ULH11("Ultralight EV1 MF0ULH11", "0004030201000B03", 0x0F, 48, "", 0, null),
  MF0UL21("Ultralight EV1 MF0UL21", "0004030101000E03", 0x23, 128, "", 2, null),
  MF0ULH21("Ultralight EV1 MF0ULH21", "0004030201000E03", 0x23, 128, "", 2, null);

  /** The first page of the user memory on every Type 2 tag. */
  public static final int FIRST_USER_PAGE = 4;

  private final String label;
  private final Bytes version;
  private final int lastUserPage;
  private final int dataAreaBytes;
  private final Bytes leadingTlvs;
  private final int pagesPerLockBit;
  private final @Nullable MirrorLimits mirrorLimits;

  TagModel(
      String label,
      String version,
      int lastUserPage,
      int dataAreaBytes,
      String leadingTlvs,
      int pagesPerLockBit,
      @Nullable MirrorLimits mirrorLimits) {
    this.label = label;
    this.version = Bytes.ofHex(version);
    this.lastUserPage = lastUserPage;
    this.dataAreaBytes = dataAreaBytes;
    this.leadingTlvs = Bytes.ofHex(leadingTlvs);
    this.pagesPerLockBit = pagesPerLockBit;
    this.mirrorLimits = mirrorLimits;
  }

  /** The model that answers GET_VERSION with these bytes. */
  public static Checked<TagModel> ofVersion(Bytes version) {
    for (TagModel model : values()) {
      if (model.version.equals(version)) {
        return Checked.passed(model);
      }
    }
    return Checked.refused(
        TagRefusal.VERSION_UNKNOWN.with("version", version, "allowed", knownVersions()));
  }

  /** Every known model with its version bytes, for messages. */
  public static String knownVersions() {
    return Arrays.stream(values())
        .map(model -> model.label + " (" + model.version + ")")
        .collect(Collectors.joining(", "));
  }

  /** The name that staff know. */
  public String label() {
    return label;
  }

  /** The answer to GET_VERSION. */
  public Bytes version() {
    return version;
  }

  public int lastUserPage() {
    return lastUserPage;
  }

  /** How many bytes the capability container of the factory gives to TLV blocks. */
  public int dataAreaBytes() {
    return dataAreaBytes;
  }

  /** The lock control TLV that the factory wrote before the NDEF message TLV; empty without. */
  public Bytes leadingTlvs() {
    return leadingTlvs;
  }

  /** The capability container: Type 2, version 1.0, the size in steps of 8 bytes, writable. */
  public Bytes container() {
    return Bytes.of(0xE1, 0x10, dataAreaBytes / 8, 0x00);
  }

  /** Whether the chip leaves the factory without a capability container. */
  public boolean shipsWithoutContainer() {
    return mirrorLimits == null;
  }

  /** The longest NDEF message, without a terminator TLV after it. */
  public int capacityBytes() {
    return NdefSlot.longestMessage(dataAreaBytes - leadingTlvs.size());
  }

  /** Where the lock bits of the pages from 10h on lie. */
  public Optional<Integer> dynamicLockPage() {
    return pagesPerLockBit == 0 ? Optional.empty() : Optional.of(lastUserPage + 1);
  }

  /** How many pages one dynamic lock bit locks; 0 where there are none. */
  public int pagesPerLockBit() {
    return pagesPerLockBit;
  }

  /** The page of CFG0; CFG1, PWD and PACK follow it. */
  public int configurationPage() {
    return lastUserPage + (pagesPerLockBit == 0 ? 1 : 2);
  }

  public int pageCount() {
    return configurationPage() + 4;
  }

  /** How far back a mirror of UID and counter may lie; empty where the chip has no mirror. */
  public Optional<MirrorLimits> mirrorLimits() {
    return Optional.ofNullable(mirrorLimits);
  }
}
