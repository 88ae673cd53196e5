package tapwright.server.console;

import tapwright.core.Checked;
import tapwright.core.qr.Correction;
import tapwright.core.qr.QrSymbol;

/** A QR symbol as a picture that stands in the page itself. */
final class QrPicture {

  private QrPicture() {}

  /** The text as SVG; nothing where no symbol holds it, since it can be typed as well. */
  static String of(String text) {
    return switch (QrSymbol.of(text, Correction.MEDIUM)) {
      case Checked.Passed<QrSymbol> passed -> svg(passed.value());
      case Checked.Refused<QrSymbol> refused -> "";
    };
  }

  private static String svg(QrSymbol symbol) {
    int size = symbol.sizeWithQuietZone();
    StringBuilder path = new StringBuilder();
    for (int row = 0; row < symbol.size(); row++) {
      for (int column = 0; column < symbol.size(); column++) {
        if (symbol.isDark(column, row)) {
          path.append('M')
              .append(column + QrSymbol.QUIET_ZONE)
              .append(' ')
              .append(row + QrSymbol.QUIET_ZONE)
              .append("h1v1h-1z");
        }
      }
    }
    return "<svg role=\"img\" aria-label=\"QR code of the secret\" viewBox=\"0 0 %d %d\">"
            .formatted(size, size)
        + "<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>".formatted(size, size)
        + "<path d=\""
        + path
        + "\" fill=\"#000\"/></svg>\n";
  }
}
