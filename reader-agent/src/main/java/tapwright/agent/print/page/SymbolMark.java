package tapwright.agent.print.page;

import java.util.List;
import tapwright.core.qr.QrSymbol;

/**
 * A QR symbol with its quiet zone.
 *
 * @param symbol what it says
 * @param place where the quiet zone begins
 * @param module the side of one module, in millimetres
 * @param inks its colours
 */
public record SymbolMark(QrSymbol symbol, Offset place, double module, SymbolInks inks)
    implements Mark {

  public SymbolMark {
    if (!(module > 0)) {
      throw new IllegalArgumentException("module is " + module + ", allowed is more than 0");
    }
  }

  /** The room that it takes, quiet zone and all. */
  public Frame frame() {
    double side = symbol.sizeWithQuietZone() * module;
    return new Frame(place.right(), place.down(), side, side);
  }

  /** Its dark modules, as runs of them side by side. */
  public List<DarkRun> darkRuns() {
    return DarkRun.allOf(symbol);
  }

  @Override
  public SymbolMark moved(Offset by) {
    return new SymbolMark(symbol, place.plus(by), module, inks);
  }
}
