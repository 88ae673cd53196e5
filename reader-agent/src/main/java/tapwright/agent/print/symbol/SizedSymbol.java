package tapwright.agent.print.symbol;

import java.util.List;
import java.util.Locale;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.qr.Correction;
import tapwright.core.qr.QrSymbol;

/**
 * A symbol in the size in which a device prints it.
 *
 * @param symbol what it says
 * @param module the side of one module in millimetres: whole dots of the device
 */
public record SizedSymbol(QrSymbol symbol, double module) {

  /**
   * The fewest dots a module: the maker of QR codes recommends four for stable reading (Denso Wave,
   * qrcode.com, Point for setting the module size). At 203 dpi that is 0.5 mm.
   */
  public static final int LEAST_DOTS = 4;

  /**
   * The smallest module in millimetres, however fine the printer: four dots at 300 dpi, as in the
   * same table of Denso Wave's. GS1 asks for 0.396 to 0.990 mm where scanners of shops read it
   * (General Specifications, section 5.12.3.1, as GS1 UK quotes it); people hold phones nearer.
   */
  public static final double LEAST_MODULE = 0.33;

  /** From this size on room is better spent on correction than on larger modules. */
  private static final double COMFORTABLE_MODULE = 0.5;

  private static final List<Correction> MOST_FIRST =
      List.of(Correction.HIGH, Correction.QUARTILE, Correction.MEDIUM, Correction.LOW);

  /** All of the room with its quiet zone, in millimetres. */
  public double side() {
    return symbol.sizeWithQuietZone() * module;
  }

  /**
   * The symbol that fills the room: with as much correction as leaves comfortable modules, or with
   * the least that is asked for.
   *
   * @param field names the text in a refusal
   */
  public static Checked<SizedSymbol> of(String field, String text, SymbolRoom room) {
    for (Correction correction : MOST_FIRST) {
      Checked<QrSymbol> made = QrSymbol.of(text, correction);
      boolean last = correction == room.least();
      if (made instanceof Checked.Passed<QrSymbol>(QrSymbol symbol)
          && (last || isComfortable(room, symbol))) {
        return checked(field, room, symbol);
      }
      if (last) {
        return made.map(symbol -> new SizedSymbol(symbol, room.module(symbol)));
      }
    }
    throw new IllegalStateException("one of the corrections is " + room.least());
  }

  /** A coarse printer has comfortable modules of fewer dots than it prints well. */
  private static boolean isComfortable(SymbolRoom room, QrSymbol symbol) {
    return room.module(symbol) >= COMFORTABLE_MODULE && room.dots(symbol) >= LEAST_DOTS;
  }

  private static Checked<SizedSymbol> checked(String field, SymbolRoom room, QrSymbol symbol) {
    // A rounding error must not make 0.33 of what the printer's dots make it.
    return room.dots(symbol) >= LEAST_DOTS && room.module(symbol) >= LEAST_MODULE - 1e-9
        ? Checked.passed(new SizedSymbol(symbol, room.module(symbol)))
        : Checked.refused(tooSmall(field, room, symbol));
  }

  private static Refusal tooSmall(String field, SymbolRoom room, QrSymbol symbol) {
    return SymbolRefusal.TOO_SMALL.with(
        "field", field,
        "seen", symbol.text().length(),
        "modules", symbol.sizeWithQuietZone(),
        "dots", room.dots(symbol),
        "module", String.format(Locale.ROOT, "%.2f", room.module(symbol)),
        "dpi", room.resolution().dotsPerInch(),
        "leastDots", LEAST_DOTS,
        "leastModule", LEAST_MODULE);
  }
}
