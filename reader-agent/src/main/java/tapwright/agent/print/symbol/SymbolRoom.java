package tapwright.agent.print.symbol;

import tapwright.core.qr.Correction;
import tapwright.core.qr.QrSymbol;

/**
 * The square for a symbol on a device.
 *
 * @param side in millimetres, for the symbol with its quiet zone
 * @param resolution of the device
 * @param least the correction that the symbol must have
 */
public record SymbolRoom(double side, Resolution resolution, Correction least) {

  /** The whole dots that a module of the symbol gets; 0 where there is no room for one. */
  int dots(QrSymbol symbol) {
    double exact = side * resolution.dotsPerMillimetre() / symbol.sizeWithQuietZone();
    return (int) Math.floor(exact + 1e-9);
  }

  double module(QrSymbol symbol) {
    return dots(symbol) / resolution.dotsPerMillimetre();
  }
}
