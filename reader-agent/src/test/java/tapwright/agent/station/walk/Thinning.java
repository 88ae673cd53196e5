package tapwright.agent.station.walk;

import java.util.EnumSet;
import java.util.Set;
import tapwright.agent.emulator.EmulatedChip;
import tapwright.agent.emulator.ReaderKind;
import tapwright.agent.emulator.VirtualModel;

/**
 * Of how many situations one is walked, drawn by chance.
 *
 * <p>Twins are chips with the same memory, and readers with the same way of passing commands, as
 * another that is walked; a card is a twin's when either is.
 *
 * @param oneIn of any card; 1 for all
 * @param twinsOneIn of how many of these for a twin
 */
record Thinning(int oneIn, int twinsOneIn) {

  static final Thinning NONE = new Thinning(1, 1);

  private static final Set<EmulatedChip> CHIP_TWINS =
      EnumSet.of(
          EmulatedChip.NTAG213F,
          EmulatedChip.NTAG213TT,
          EmulatedChip.NTAG216,
          EmulatedChip.NTAG216F,
          EmulatedChip.COPIED_NTAG215);

  private static final Set<ReaderKind> READER_TWINS =
      EnumSet.of(
          ReaderKind.ACR1552U,
          ReaderKind.PCSC,
          ReaderKind.OMNIKEY_5022,
          ReaderKind.OMNIKEY_5427,
          ReaderKind.IDENTIV_3700F,
          ReaderKind.IDENTIV_4701F);

  int oneIn(WalkedCard card) {
    VirtualModel model = card.start().kind();
    boolean twin =
        READER_TWINS.contains(card.kind())
            || (model instanceof EmulatedChip chip && CHIP_TWINS.contains(chip));
    return twin ? oneIn * twinsOneIn : oneIn;
  }
}
