package tapwright.agent.emulator;

import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tapwright.agent.emulator.type4.DnaChip;
import tapwright.agent.emulator.type4.NdefChip;
import tapwright.agent.emulator.type4.Type4Chip;
import tapwright.agent.emulator.type4.Type4Shape;
import tapwright.core.Bytes;
import tapwright.core.tag.Uid;

/** The Type 4 tags that the emulator can be. */
@SuppressWarnings("ImmutableEnumChecker") // Bytes cannot change, only does not say so
public enum EmulatedType4Model implements VirtualModel {
  /** NXP's NTAG 424 DNA, which signs its links (ATS: NT4H2421Gx data sheet, table 4). */
  NTAG424("067777710280", 1),

  /** A card application of our days with mapping version 2. */
  TYPE4("0578807002", 0),

  /** The same with mapping version 1 and small buffers. */
  TYPE4_V1("0578807002", 0);

  private final Bytes ats;
  private final int historicalSize;

  EmulatedType4Model(String ats, int historicalSize) {
    this.ats = Bytes.ofHex(ats);
    this.historicalSize = historicalSize;
  }

  @Override
  public EmulatedType4Tag blank(Uid uid, RandomGenerator random) {
    return new EmulatedType4Tag(this, uid, blankChip(uid, random));
  }

  private Type4Chip blankChip(Uid uid, RandomGenerator random) {
    return switch (this) {
      case NTAG424 -> DnaChip.blank(uid, random);
      case TYPE4 -> NdefChip.blank(Type4Shape.MODERN);
      case TYPE4_V1 -> NdefChip.blank(Type4Shape.OLD);
    };
  }

  /** The tag that was stored so; empty when it is none of this model. */
  Optional<EmulatedType4Tag> restore(Uid uid, Map<String, Bytes> stored, RandomGenerator random) {
    Optional<? extends Type4Chip> chip =
        switch (this) {
          case NTAG424 -> DnaChip.restore(uid, stored, random);
          case TYPE4, TYPE4_V1 -> NdefChip.restore(stored);
        };
    return chip.map(restored -> new EmulatedType4Tag(this, uid, restored));
  }

  /** The answer to select, length byte first (ISO/IEC 14443-4, section 5.2). */
  Bytes ats() {
    return ats;
  }

  /**
   * The ATR that a reader makes of it: 3B 8n 80 01, the historical bytes, and all of these but the
   * first mixed (PC/SC part 3, section 3.1.3.2.3.1).
   */
  Bytes atr() {
    Bytes body =
        Bytes.of(0x80 | historicalSize, 0x80, 0x01)
            .plus(ats.sliceFrom(ats.size() - historicalSize));
    int check = 0;
    for (int i = 0; i < body.size(); i++) {
      check ^= body.at(i);
    }
    return Bytes.of(0x3B).plus(body).plus(Bytes.of(check));
  }
}
