package tapwright.agent.print;

import tapwright.core.qr.QrSymbol;

/** A symbol with its quiet zone as rows of dots, eight to a byte, leftmost dot highest. */
final class DotRows {

  private final QrSymbol symbol;
  private final int dotsPerModule;

  DotRows(QrSymbol symbol, int dotsPerModule) {
    this.symbol = symbol;
    this.dotsPerModule = dotsPerModule;
  }

  /** Dots on each side. */
  int dots() {
    return symbol.sizeWithQuietZone() * dotsPerModule;
  }

  int bytesPerRow() {
    return (dots() + 7) / 8;
  }

  /** One row; a dark dot is a one, and so is nothing behind the last dot. */
  byte[] row(int y) {
    byte[] row = new byte[bytesPerRow()];
    for (int x = 0; x < dots(); x++) {
      if (symbol.isDark(module(x), module(y))) {
        row[x / 8] |= (byte) (0x80 >> x % 8);
      }
    }
    return row;
  }

  private int module(int dot) {
    return dot / dotsPerModule - QrSymbol.QUIET_ZONE;
  }
}
