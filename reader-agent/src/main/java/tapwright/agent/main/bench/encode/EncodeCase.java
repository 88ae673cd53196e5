package tapwright.agent.main.bench.encode;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tapwright.agent.emulator.EmulatedChip;
import tapwright.agent.emulator.ReaderKind;
import tapwright.core.Bytes;

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
  public static final List<Integer> SIZES = List.of(57, 150);

  private static final List<EmulatedChip> CHIPS =
      List.of(EmulatedChip.NTAG215, EmulatedChip.NTAG216);

  /** One that passes native commands, one that reads 16 bytes at once, one that reads 4. */
  private static final List<ReaderKind> READERS =
      List.of(ReaderKind.ACR122U, ReaderKind.FF_ONLY, ReaderKind.FF_ONLY_4);

  /** The message that is asked for. */
  public Bytes message() {
    return SampleLink.message(bytes, 'n');
  }

  /** Blank cards on a reader that passes native commands, and on one that does not. */
  public static List<EncodeCase> blank(List<Integer> sizes) {
    return Stream.of(ReaderKind.ACR122U, ReaderKind.FF_ONLY)
        .flatMap(reader -> CHIPS.stream().flatMap(chip -> blank(chip, reader, sizes)))
        .toList();
  }

  private static Stream<EncodeCase> blank(
      EmulatedChip chip, ReaderKind reader, List<Integer> sizes) {
    return sizes.stream().map(bytes -> new EncodeCase(chip, reader, bytes, Start.BLANK));
  }

  /** Every line, in the order of the table. */
  static List<EncodeCase> all(List<Integer> sizes) {
    List<EncodeCase> cases = new ArrayList<>();
    for (ReaderKind reader : READERS) {
      for (EmulatedChip chip : CHIPS) {
        for (int bytes : sizes) {
          for (Start start : Start.values()) {
            cases.add(new EncodeCase(chip, reader, bytes, start));
          }
        }
      }
    }
    return List.copyOf(cases);
  }
}
