package tapwright.agent.main.bench;

import java.util.ArrayList;
import java.util.List;
import tapwright.agent.emulator.EmulatedChip;
import tapwright.agent.emulator.ReaderKind;

/**
 * One line of the benchmark: a card, and what is done with it.
 *
 * @param bytes of the NDEF message that is asked for
 */
public record EncodeCase(EmulatedChip chip, ReaderKind reader, int bytes, Start start) {

  /** What the card holds before. */
  public enum Start {
    /** Nothing, as from the factory. */
    BLANK,
    /** What is asked for. */
    UNCHANGED,
    /** Another message of the same length. */
    CHANGED
  }

  /** A link of 60 characters, and about what a business card's contact takes. */
  private static final List<Integer> SIZES = List.of(57, 150);

  private static final List<EmulatedChip> CHIPS =
      List.of(EmulatedChip.NTAG215, EmulatedChip.NTAG216);

  /** One that passes native commands, one that reads 16 bytes at once, one that reads 4. */
  private static final List<ReaderKind> READERS =
      List.of(ReaderKind.ACR122U, ReaderKind.FF_ONLY, ReaderKind.FF_ONLY_4);

  /** Every line, in the order of the table. */
  static List<EncodeCase> all() {
    List<EncodeCase> cases = new ArrayList<>();
    for (ReaderKind reader : READERS) {
      for (EmulatedChip chip : CHIPS) {
        for (int bytes : SIZES) {
          for (Start start : Start.values()) {
            cases.add(new EncodeCase(chip, reader, bytes, start));
          }
        }
      }
    }
    return List.copyOf(cases);
  }
}
