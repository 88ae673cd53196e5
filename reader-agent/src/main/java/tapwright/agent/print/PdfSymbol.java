package tapwright.agent.print;

import tapwright.core.Bytes;
import tapwright.core.qr.QrSymbol;

/** A symbol as a PDF page of just its size. */
final class PdfSymbol {

  private PdfSymbol() {}

  static Bytes draw(QrSymbol symbol, ModuleSize size) {
    double side = symbol.sizeWithQuietZone() * size.millimetres();
    return PdfFile.drawn(
        symbol.text().hashCode(),
        document -> {
          try (PdfCanvas page = new PdfCanvas(document, side, side)) {
            page.symbol(symbol, size.millimetres(), 0, 0);
          }
        });
  }
}
