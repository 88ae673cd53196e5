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
  NTAG213(
      Family.NTAG,
      "0004040201000F03",
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
  MF0UL11(Family.ULTRALIGHT_EV1, "0004030101000B03", 0x0F, "00000000", "", null),
  MF0UL21(
      Family.ULTRALIGHT_EV1,
      "0004030101000E03",
      0x23,
      "00000000",
      "",
      new DynamicLock(0x24, 2, 4, 0x23));

  /** What sets NTAG21x apart: the NFC counter and the ASCII mirror. */
  enum Family {
    NTAG,
    ULTRALIGHT_EV1
  }

  private static final int CONFIGURATION_PAGES = 4;

  private final Family family;
  private final Bytes version;
  private final int lastUserPage;
  private final Bytes capabilityContainer;
  private final Bytes factoryUserStart;
  private final Optional<DynamicLock> dynamicLock;

  EmulatedChip(
      Family family,
      String version,
      int lastUserPage,
      String capabilityContainer,
      String factoryUserStart,
      @Nullable DynamicLock dynamicLock) {
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

  /** The last page there is: PACK. */
  public int lastPage() {
    return configurationPage() + CONFIGURATION_PAGES - 1;
  }

  public int pageCount() {
    return lastPage() + 1;
  }

  /** The page of CFG0; CFG1, PWD and PACK follow it. */
  public int configurationPage() {
    return lastUserPage + 1 + (dynamicLock.isPresent() ? 1 : 0);
  }

  int passwordPage() {
    return configurationPage() + 2;
  }

  int packPage() {
    return configurationPage() + 3;
  }

  Optional<DynamicLock> dynamicLock() {
    return dynamicLock;
  }

  Bytes factoryCapabilityContainer() {
    return capabilityContainer;
  }

  Bytes factoryUserStart() {
    return factoryUserStart;
  }

  /** STRG_MOD_EN is set at delivery on NTAG21x, and password protection is off: AUTH0 is FFh. */
  Bytes factoryConfiguration() {
    return switch (family) {
      case NTAG -> Bytes.ofHex("040000FF 00050000 FFFFFFFF 00000000");
      case ULTRALIGHT_EV1 -> Bytes.ofHex("000000FF 00050000 FFFFFFFF 00000000");
    };
  }
}
