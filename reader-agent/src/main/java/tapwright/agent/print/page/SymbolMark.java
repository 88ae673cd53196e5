package tapwright.agent.print.page;

import tapwright.core.qr.QrSymbol;

/**
 * A QR symbol with its quiet zone.
 *
 * @param left where the quiet zone begins, in millimetres
 * @param top likewise
 * @param module the side of one module, in millimetres
 */
public record SymbolMark(QrSymbol symbol, double left, double top, double module) implements Mark {

  public SymbolMark {
    if (!(module > 0)) {
      throw new IllegalArgumentException("module is " + module + ", allowed is more than 0");
    }
  }

  /** The room that it takes, quiet zone and all. */
  public Frame frame() {
    double side = symbol.sizeWithQuietZone() * module;
    return new Frame(left, top, side, side);
  }

  @Override
  public SymbolMark moved(Offset by) {
    return new SymbolMark(symbol, left + by.right(), top + by.down(), module);
  }
}
