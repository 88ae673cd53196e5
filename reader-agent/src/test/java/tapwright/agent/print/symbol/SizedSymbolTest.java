package tapwright.agent.print.symbol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.agent.print.Refused;
import tapwright.core.qr.Correction;

class SizedSymbolTest {

  private static final String LINK = "HTTPS://EXAMPLE.COM/Q/0123456789";

  @ParameterizedTest
  @CsvSource({"203", "300", "600", "1200"})
  void of_anyPrinter_modulesAreWholeDots(int dpi) {
    Resolution resolution = new Resolution(dpi);
    double dots = sized(25, resolution).module() * resolution.dotsPerMillimetre();
    assertEquals(Math.rint(dots), dots, 1e-6);
    assertTrue(dots >= SizedSymbol.LEAST_DOTS);
  }

  @Test
  void of_room_isFilledButNeverExceeded() {
    for (double side = 17; side < 40; side += 0.37) {
      assertTrue(sized(side, Resolution.LABEL_PRINTER).side() <= side + 1e-9, "side " + side);
    }
  }

  @Test
  void of_moreRoom_isSpentOnCorrectionFirst() {
    assertEquals(Correction.MEDIUM, sized(17, Resolution.LABEL_PRINTER).symbol().correction());
    assertEquals(Correction.HIGH, sized(30, Resolution.LABEL_PRINTER).symbol().correction());
  }

  /** At 150 dpi three dots are more than half a millimetre, and still too few. */
  @Test
  void of_coarsePrinter_hasLessCorrectionRatherThanTooFewDots() {
    SymbolRoom room = new SymbolRoom(24, new Resolution(150), Correction.MEDIUM);
    SizedSymbol sized = SizedSymbol.of("link", LINK, room).orThrow();
    assertEquals(4, sized.module() * room.resolution().dotsPerMillimetre(), 1e-9);
  }

  @Test
  void of_tooSmallFor203Dpi_isRefusedWithDotsAndMillimetres() {
    SymbolRoom room = new SymbolRoom(16, Resolution.LABEL_PRINTER, Correction.MEDIUM);
    assertEquals(
        "link has 32 characters, whose symbol of 33 modules gets 3 dots of 0.38 mm a module at 203"
            + " dpi; allowed are 4 dots and 0.33 mm or more, so take a shorter link, a larger label"
            + " or a finer printer",
        Refused.by(SizedSymbol.of("link", LINK, room)).message());
  }

  @Test
  void of_sameRoomOnAFinerPrinter_isTaken() {
    assertEquals(0.42, sized(16, Resolution.CARD_PRINTER).module(), 0.01);
  }

  @Test
  void of_finestPrinter_doesNotMakeModulesThatPhonesCannotRead() {
    SymbolRoom room = new SymbolRoom(8, new Resolution(1200), Correction.MEDIUM);
    assertEquals(SymbolRefusal.TOO_SMALL, Refused.by(SizedSymbol.of("link", LINK, room)).code());
  }

  @Test
  void of_textTooLongForAnySymbol_isRefused() {
    SymbolRoom room = new SymbolRoom(30, Resolution.CARD_PRINTER, Correction.MEDIUM);
    assertEquals(
        "qr-too-long", Refused.by(SizedSymbol.of("link", "ö".repeat(1500), room)).code().code());
  }

  @ParameterizedTest
  @ValueSource(ints = {149, 2401})
  void resolution_outsideOfPrinters_isADefect(int dpi) {
    assertThrows(IllegalArgumentException.class, () -> new Resolution(dpi));
  }

  @Test
  void onDots_anyPlace_isTheNearestDot() {
    assertEquals(1.125, Resolution.LABEL_PRINTER.onDots(1.15), 1e-9);
  }

  private static SizedSymbol sized(double side, Resolution resolution) {
    return SizedSymbol.of("link", LINK, new SymbolRoom(side, resolution, Correction.MEDIUM))
        .orThrow();
  }
}
