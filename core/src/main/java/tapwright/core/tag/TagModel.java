package tapwright.core.tag;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.tag.memory.NdefSlot;

/**
 * A chip that Tapwright writes; known for certain by GET_VERSION, or on Ultralight C by its first
 * answer to AUTHENTICATE.
 *
 * <p>Sources: NXP data sheets NTAG213/215/216 (sections 8.5, 8.5.7, 10.1), NTAG210/212 (the same
 * sections), NTAG213F/216F (section 10.1), MF0ULx1 (sections 8.5, 10.1) and MF0ICU2 (section 7.5);
 * what of NTAG 213 TT is not from a sheet is marked so in firmware-notes/chips.
 */
@SuppressWarnings("ImmutableEnumChecker") // Bytes and the map cannot change, only do not say so
public enum TagModel {
  NTAG210("NTAG210", "0004040101000B03", MemoryMap.BYTES_48, ChipFamily.NTAG, "", null),
  NTAG212("NTAG212", "0004040101000E03", MemoryMap.BYTES_128, ChipFamily.NTAG, "0103900A34", null),
  NTAG213(
      "NTAG213",
      "0004040201000F03",
      MemoryMap.BYTES_144,
      ChipFamily.NTAG,
      "0103A00C34",
      new MirrorLimits(0x24, 0x26, 0x22)),
  NTAG213F(
      "NTAG213F",
      "0004040401000F03",
      MemoryMap.BYTES_144,
      ChipFamily.NTAG,
      "0103A00C34",
      new MirrorLimits(0x24, 0x26, 0x22)),

  /** Its mirror has a layout of its own, which is not used here. */
  NTAG213TT(
      "NTAG 213 TT",
      "0004040203000F03",
      MemoryMap.BYTES_144_TAMPER,
      ChipFamily.NTAG,
      "0103A00C34",
      null),
  NTAG215(
      "NTAG215",
      "0004040201001103",
      MemoryMap.BYTES_504,
      ChipFamily.NTAG,
      "",
      new MirrorLimits(0x7E, 0x80, 0x7C)),
  NTAG216(
      "NTAG216",
      "0004040201001303",
      MemoryMap.BYTES_888,
      ChipFamily.NTAG,
      "",
      new MirrorLimits(0xDE, 0xE0, 0xDC)),
  NTAG216F(
      "NTAG216F",
      "0004040401001303",
      MemoryMap.BYTES_888,
      ChipFamily.NTAG,
      "",
      new MirrorLimits(0xDE, 0xE0, 0xDC)),
  MF0UL11(
      "Ultralight EV1 MF0UL11",
      "0004030101000B03",
      MemoryMap.BYTES_48,
      ChipFamily.ULTRALIGHT_EV1,
      "",
      null),
  MF0ULH11(
      "Ultralight EV1 MF0ULH11",
      "0004030201000B03",
      MemoryMap.BYTES_48,
      ChipFamily.ULTRALIGHT_EV1,
      "",
      null),
  MF0UL21(
      "Ultralight EV1 MF0UL21",
      "0004030101000E03",
      MemoryMap.BYTES_128,
      ChipFamily.ULTRALIGHT_EV1,
      "",
      null),
  MF0ULH21(
      "Ultralight EV1 MF0ULH21",
      "0004030201000E03",
      MemoryMap.BYTES_128,
      ChipFamily.ULTRALIGHT_EV1,
      "",
      null),
  ULTRALIGHT_C("Ultralight C", null, MemoryMap.BYTES_144_3DES, ChipFamily.ULTRALIGHT_C, "", null);

  /** The first page of the user memory on every Type 2 tag. */
  public static final int FIRST_USER_PAGE = 4;

  private final String label;
  private final Optional<Bytes> version;
  private final MemoryMap map;
  private final ChipFamily family;
  private final Bytes leadingTlvs;
  private final @Nullable MirrorLimits mirrorLimits;

  TagModel(
      String label,
      @Nullable String version,
      MemoryMap map,
      ChipFamily family,
      String leadingTlvs,
      @Nullable MirrorLimits mirrorLimits) {
    this.label = label;
    this.version = Optional.ofNullable(version).map(Bytes::ofHex);
    this.map = map;
    this.family = family;
    this.leadingTlvs = Bytes.ofHex(leadingTlvs);
    this.mirrorLimits = mirrorLimits;
  }

  /** The model that answers GET_VERSION with these bytes. */
  public static Checked<TagModel> ofVersion(Bytes version) {
    return Arrays.stream(values())
        .filter(model -> model.version.equals(Optional.of(version)))
        .findFirst()
        .map(Checked::passed)
        .orElseGet(() -> Checked.refused(OtherChip.refusalOf(version)));
  }

  /** Every model that has version bytes, with them, for messages. */
  public static String knownVersions() {
    return Arrays.stream(values())
        .filter(model -> model.version.isPresent())
        .map(model -> model.label + " (" + model.version.orElseThrow() + ")")
        .collect(Collectors.joining(", "));
  }

  /** The name that staff know. */
  public String label() {
    return label;
  }

  /** The answer to GET_VERSION; empty where the chip refuses it. */
  public Optional<Bytes> version() {
    return version;
  }

  public ChipFamily family() {
    return family;
  }

  public int lastUserPage() {
    return map.lastUserPage();
  }

  /** How many bytes the capability container of the factory gives to TLV blocks. */
  public int dataAreaBytes() {
    return map.dataAreaBytes();
  }

  /** The lock control TLV that the factory wrote before the NDEF message TLV; empty without. */
  public Bytes leadingTlvs() {
    return leadingTlvs;
  }

  /** The capability container: Type 2, version 1.0, the size in steps of 8 bytes, writable. */
  public Bytes container() {
    return Bytes.of(0xE1, 0x10, map.dataAreaBytes() / 8, 0x00);
  }

  /** Whether the chip leaves the factory without a capability container. */
  public boolean shipsWithoutContainer() {
    return family.shipsWithoutContainer();
  }

  /** The longest NDEF message, without a terminator TLV after it. */
  public int capacityBytes() {
    return NdefSlot.longestMessage(map.dataAreaBytes() - leadingTlvs.size());
  }

  /** Where and how the pages from 10h on are locked. */
  public Optional<DynamicLock> dynamicLock() {
    return map.dynamicLock();
  }

  /** Where the lock bits of the pages from 10h on lie. */
  public Optional<Integer> dynamicLockPage() {
    return dynamicLock().map(DynamicLock::page);
  }

  /** Whether it has CFG0, CFG1, PWD and PACK; Ultralight C has a 3DES key in their place. */
  public boolean hasConfigurationPages() {
    return family.hasConfigurationPages();
  }

  /** The page of CFG0, where it has one; CFG1, PWD and PACK follow it. */
  public int configurationPage() {
    return map.settingsPage();
  }

  /** The last page of lock bits and settings that can be read; passwords and keys lie behind. */
  public int lastSettingsPage() {
    return hasConfigurationPages() ? configurationPage() + 1 : UltralightCSettings.AUTH1_PAGE;
  }

  public int pageCount() {
    return map.pageCount();
  }

  /** How far back a mirror of UID and counter may lie; empty where the chip has no such mirror. */
  public Optional<MirrorLimits> mirrorLimits() {
    return Optional.ofNullable(mirrorLimits);
  }
}
