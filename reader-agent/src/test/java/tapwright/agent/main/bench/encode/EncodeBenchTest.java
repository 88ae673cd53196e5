package tapwright.agent.main.bench.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tapwright.agent.emulator.EmulatedChip;
import tapwright.agent.emulator.ReaderKind;
import tapwright.agent.main.bench.encode.EncodeCase.Start;

class EncodeBenchTest {

  private static final List<EncodeFigure> FIGURES =
      new EncodeBench(CountedTime::new, new Random(4)).figures(EncodeCase.SIZES);

  @ParameterizedTest
  @CsvSource({"ACR122U, 57, 18", "ACR122U, 150, 42", "FF_ONLY, 57, 22", "FF_ONLY, 150, 52"})
  void blankCard_isMeasuredAgainstTheDesignsFloor(ReaderKind reader, int bytes, int floor) {
    EncodeFigure figure = figure(reader, bytes, Start.BLANK);
    assertEquals(floor, figure.floor().exchanges());
    assertTrue(figure.isMet(), figure.toString());
  }

  @Test
  void unchangedContent_isNotWritten() {
    for (EncodeFigure figure : FIGURES) {
      assertEquals(
          figure.card().start() == Start.UNCHANGED,
          figure.spent().writes() == 0,
          figure.toString());
    }
  }

  /** GET_VERSION is what the product spends beyond the shortest time on the air. */
  @ParameterizedTest
  @CsvSource({"57, 93.5, 94.9", "150, 220.7, 222.1"})
  void timeOnTheAir_isNearItsFloor(int bytes, double floor, double millis) {
    EncodeFigure figure = figure(ReaderKind.ACR122U, bytes, Start.BLANK);
    assertEquals(floor, Objects.requireNonNull(figure.floor().millis()), 0.05);
    assertEquals(millis, figure.millis().getFirst(), 0.05);
  }

  @Test
  void aboveTheFloor_isNotMet() {
    EncodeFigure figure = figure(ReaderKind.ACR122U, 57, Start.BLANK);
    EncodeFigure.Spent more = new EncodeFigure.Spent(19, 15);
    assertTrue(figure.isMet());
    assertFalse(new EncodeFigure(figure.card(), more, figure.millis(), figure.floor()).isMet());
  }

  private static EncodeFigure figure(ReaderKind reader, int bytes, Start start) {
    EncodeCase wanted = new EncodeCase(EmulatedChip.NTAG216, reader, bytes, start);
    return FIGURES.stream()
        .filter(figure -> figure.card().equals(wanted))
        .findFirst()
        .orElseThrow();
  }
}
