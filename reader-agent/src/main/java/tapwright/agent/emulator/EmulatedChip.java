package tapwright.agent.emulator;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tapwright.core.Bytes;
import tapwright.core.tag.Uid;

/**
 * A chip as the emulator knows it, drawn from the data sheets and not from the models that plan
 * writes: two opinions, so that one can catch the other.
 *
 * <p>NTAG213/215/216 data sheet rev. 3.2 sections 8.5 and 10.1; MF0ULx1 data sheet rev. 3.2
 * sections 8.5 and 10.1.
 *
 * <table>
 * <caption>Pages of every chip here</caption>
 * <tr><td>00 to 02</td><td>UID with its check bytes, 48h, static lock bytes</td></tr>
 * <tr><td>03</td><td>capability container, one-time programmable</td></tr>
 * <tr><td>04 to last user page</td><td>user memory</td></tr>
 * <tr><td>then, where there is one</td><td>dynamic lock bytes</td></tr>
 * <tr><td>then 4 pages</td><td>CFG0, CFG1, PWD, PACK</td></tr>
 * </table>
 */
@SuppressWarnings("ImmutableEnumChecker") // Bytes and DynamicLock cannot change, only do not say so
public enum EmulatedChip implements VirtualModel {
  NTAG210(Family.NTAG_SMALL, "0004040101000B03", 0x0F, "E1100600", "0300FE00", null),
  NTAG212(
      Family.NTAG_SMALL,
      "0004040101000E03",
      0x23,
      "E1101000",
      "0103900A340300FE",
      new DynamicLock(0x24, 2, 4, 0x23)),
  NTAG213(
      Family.NTAG,
      "0004040201000F03",
      0x27,
      "E1101200",
      "0103A00C340300FE",
      new DynamicLock(0x28, 2, 4, 0x27)),
  NTAG213F(
      Family.NTAG,
      "0004040401000F03",
      0x27,
      "E1101200",
      "0103A00C340300FE",
      new DynamicLock(0x28, 2, 4, 0x27)),

  /** Without its tamper loop and the mirror of it. */
  NTAG213TT(
      Family.NTAG_TAMPER,
      "0004040203000F03",
      0x27,
      "E1101200",
      "0103A00C340300FE",
      new DynamicLock(0x28, 2, 4, 0x27)),
  NTAG215(
      Family.NTAG,
      "0004040201001103",
      0x81,
      "E1103E00",
      "0300FE00",
      new DynamicLock(0x82, 16, 32, 0x81)),
  NTAG216(
      Family.NTAG,
      "0004040201001303",
      0xE1,
      "E1106D00",
      "0300FE00",
      new DynamicLock(0xE2, 16, 32, 0xE1)),
  NTAG216F(
      Family.NTAG,
      "0004040401001303",
      0xE1,
      "E1106D00",
      "0300FE00",
      new DynamicLock(0xE2, 16, 32, 0xE1)),
  MF0UL11(Family.ULTRALIGHT_EV1, "0004030101000B03", 0x0F, "00000000", "", null),
  MF0UL21(
      Family.ULTRALIGHT_EV1,
      "0004030101000E03",
      0x23,
      "00000000",
      "",
      new DynamicLock(0x24, 2, 4, 0x23)),
  ULTRALIGHT_C(Family.ULTRALIGHT_C, "", 0x27, "00000000", "", new UltralightCLock()),

  /** A copy of NTAG213 that names its own maker, to be refused. */
  FEIJU_NTAG213(
      Family.NTAG,
      "0053040201000F03",
      0x27,
      "E1101200",
      "0103A00C340300FE",
      new DynamicLock(0x28, 2, 4, 0x27)),

  /** A copy of NTAG215 that calls itself the original, and bears another chip's signature. */
  COPIED_NTAG215(
      Family.NTAG,
      "0004040201001103",
      0x81,
      "E1103E00",
      "0300FE00",
      new DynamicLock(0x82, 16, 32, 0x81));

  /** What sets chips apart beside their memory. */
  enum Family {
    /** NTAG213, 215, 216: NFC counter and ASCII mirror. */
    NTAG,
    /** NTAG210, 212: neither counter nor a mirror of it; their mirror of the UID is left out. */
    NTAG_SMALL,
    /** NTAG 213 TT: as NTAG213 with a page behind PACK and a mirror of its own, left out. */
    NTAG_TAMPER,
    ULTRALIGHT_EV1,
    /** A 3DES key in place of a password; no GET_VERSION, FAST_READ, READ_SIG. */
    ULTRALIGHT_C
  }

  private static final int CONFIGURATION_PAGES = 4;

  private final Family family;
  private final Bytes version;
  private final int lastUserPage;
  private final Bytes capabilityContainer;
  private final Bytes factoryUserStart;
  private final Optional<LockLayout> dynamicLock;

  EmulatedChip(
      Family family,
      String version,
      int lastUserPage,
      String capabilityContainer,
      String factoryUserStart,
      @Nullable LockLayout dynamicLock) {
    this.family = family;
    this.version = Bytes.ofHex(version);
    this.lastUserPage = lastUserPage;
    this.capabilityContainer = Bytes.ofHex(capabilityContainer);
    this.factoryUserStart = Bytes.ofHex(factoryUserStart);
    this.dynamicLock = Optional.ofNullable(dynamicLock);
  }

  @Override
  public EmulatedTag blank(Uid uid, RandomGenerator random) {
    return EmulatedTag.blank(this, uid);
  }

  Family family() {
    return family;
  }

  /** The answer to GET_VERSION. */
  public Bytes version() {
    return version;
  }

  public int lastUserPage() {
    return lastUserPage;
  }

  /** The last page there is: PACK, the tamper message or the end of the key. */
  public int lastPage() {
    return switch (family) {
      case NTAG, NTAG_SMALL, ULTRALIGHT_EV1 -> configurationPage() + CONFIGURATION_PAGES - 1;
      case NTAG_TAMPER -> configurationPage() + CONFIGURATION_PAGES;
      case ULTRALIGHT_C -> UltralightCKey.FIRST_PAGE + UltralightCKey.PAGES - 1;
    };
  }

  public int pageCount() {
    return lastPage() + 1;
  }

  /** The page of CFG0; CFG1, PWD and PACK follow it. On Ultralight C the counter's. */
  public int configurationPage() {
    return lastUserPage + 1 + (dynamicLock.isPresent() ? 1 : 0);
  }

  int passwordPage() {
    return configurationPage() + 2;
  }

  int packPage() {
    return configurationPage() + 3;
  }

  boolean hasNfcCounter() {
    return family == Family.NTAG || family == Family.NTAG_TAMPER;
  }

  /** Whether CFG0, CFG1, PWD and PACK are there. */
  boolean hasPassword() {
    return family != Family.ULTRALIGHT_C;
  }

  Optional<LockLayout> dynamicLock() {
    return dynamicLock;
  }

  Bytes factoryCapabilityContainer() {
    return capabilityContainer;
  }

  /** READ_SIG: emulated chips bear none of their maker's; a copy bears one that is not its own. */
  Bytes signature() {
    return this == COPIED_NTAG215 ? Bytes.ofHex("5A".repeat(32)) : Bytes.zeros(32);
  }

  Bytes factoryUserStart() {
    return factoryUserStart;
  }

  /** STRG_MOD_EN is set at delivery on NTAG21x, and password protection is off: AUTH0 is FFh. */
  Bytes factoryConfiguration() {
    return switch (family) {
      case NTAG, NTAG_SMALL -> Bytes.ofHex("040000FF 00050000 FFFFFFFF 00000000");
      case NTAG_TAMPER -> Bytes.ofHex("040000FF 00050000 FFFFFFFF 00000000 00000000");
      case ULTRALIGHT_EV1 -> Bytes.ofHex("000000FF 00050000 FFFFFFFF 00000000");
      case ULTRALIGHT_C ->
          Bytes.ofHex("00000000 30000000 00000000").plus(UltralightCKey.FACTORY_PAGES);
    };
  }
}
