package tapwright.agent.emulator.type4;

import java.util.Optional;
import tapwright.agent.emulator.type4.ChipSession.Protection;
import tapwright.core.Bytes;

/** A file of NTAG 424 DNA: what it holds and how it may be used. */
final class ChipFile {

  /** The files, as they leave the factory (NT4H2421Gx data sheet, section 8.2.3). */
  @SuppressWarnings("ImmutableEnumChecker") // Bytes cannot change, only does not say so
  enum Slot {
    CONTAINER(
        0xE103,
        "0000E0",
        Bytes.ofHex("001720010000FF0406E104010000000506E10500808283").padTo(32)),
    NDEF(0xE104, "00E0EE", Bytes.zeros(256)),
    PROPRIETARY(0xE105, "033023", Bytes.zeros(128));

    private final int isoId;
    private final Bytes settings;
    private final Bytes content;

    Slot(int isoId, String settings, Bytes content) {
      this.isoId = isoId;
      this.settings = Bytes.ofHex(settings);
      this.content = content;
    }

    int number() {
      return ordinal() + 1;
    }

    int isoId() {
      return isoId;
    }

    int size() {
      return content.size();
    }
  }

  private static final int SDM_ENABLED = 0x40;
  private static final int MODE = 0x03;
  private static final int FULL = 0x03;
  private static final int CODED = 0x01;
  private static final int HEAD = 3;

  private final Slot slot;
  private Bytes settings;
  private Bytes content;

  private ChipFile(Slot slot, Bytes settings, Bytes content) {
    this.slot = slot;
    this.settings = settings;
    this.content = content;
  }

  static ChipFile blank(Slot slot) {
    return new ChipFile(slot, slot.settings, slot.content);
  }

  /** The file that was stored so; empty when it is none. */
  static Optional<ChipFile> restore(Slot slot, Bytes settings, Bytes content) {
    return content.size() == slot.size() && problem(slot, settings).isEmpty()
        ? Optional.of(new ChipFile(slot, settings, content))
        : Optional.empty();
  }

  Slot slot() {
    return slot;
  }

  Bytes settings() {
    return settings;
  }

  Bytes content() {
    return content;
  }

  FileRights rights() {
    return new FileRights(settings.slice(1, HEAD));
  }

  /** How the chip signs what is read here, if it does. */
  Optional<SdmSettings> sdm() {
    return sdm(settings);
  }

  /** How who holds a key reads and writes here. */
  Protection protection() {
    return switch (settings.at(0) & MODE) {
      case FULL -> Protection.FULL;
      case CODED -> Protection.CODED;
      default -> Protection.PLAIN;
    };
  }

  /** The answer to GetFileSettings (section 10.7.2). */
  Bytes description() {
    return Bytes.of(0x00)
        .plus(settings.slice(0, HEAD))
        .plus(Bytes.of(slot.size() & 0xFF, slot.size() >> 8, 0))
        .plus(settings.sliceFrom(HEAD));
  }

  /** Takes other settings, or says why not. */
  Optional<Status> change(Bytes next) {
    Optional<Status> problem = problem(slot, next);
    if (problem.isEmpty()) {
      settings = next;
    }
    return problem;
  }

  void write(int offset, Bytes data) {
    content = content.with(offset, data);
  }

  private static Optional<SdmSettings> sdm(Bytes settings) {
    return (settings.at(0) & SDM_ENABLED) == 0
        ? Optional.empty()
        : Optional.of(new SdmSettings(settings.sliceFrom(HEAD)));
  }

  private static Optional<Status> problem(Slot slot, Bytes settings) {
    if (settings.size() < HEAD) {
      return Optional.of(Status.NATIVE_LENGTH);
    }
    boolean known = (settings.at(0) & ~(SDM_ENABLED | MODE)) == 0;
    if (!known || !new FileRights(settings.slice(1, HEAD)).areRights()) {
      return Optional.of(Status.NATIVE_PARAMETER);
    }
    Optional<SdmSettings> sdm = sdm(settings);
    if (sdm.isEmpty()) {
      return settings.size() == HEAD ? Optional.empty() : Optional.of(Status.NATIVE_LENGTH);
    }
    return slot == Slot.NDEF ? problem(sdm.get()) : Optional.of(Status.NATIVE_PARAMETER);
  }

  private static Optional<Status> problem(SdmSettings sdm) {
    if (!sdm.isWhole()) {
      return Optional.of(Status.NATIVE_LENGTH);
    }
    return SdmPlaces.of(sdm).fitIn(Slot.NDEF.size())
        ? Optional.empty()
        : Optional.of(Status.NATIVE_PARAMETER);
  }
}
