package tapwright.agent.print;

import java.util.Locale;
import tapwright.core.Bytes;
import tapwright.core.qr.QrSymbol;

/** A symbol as an SVG drawing, one unit a module and one path for all of them. */
final class SvgSymbol {

  private SvgSymbol() {}

  static Bytes draw(QrSymbol symbol, ModuleSize size) {
    int side = symbol.sizeWithQuietZone();
    return Bytes.ofUtf8(
        String.format(
            Locale.ROOT,
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <svg xmlns="http://www.w3.org/2000/svg" width="%2$.2fmm" height="%2$.2fmm"\
             viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">
            <rect width="%1$d" height="%1$d" fill="#fff"/>
            <path d="%3$s" fill="#000"/>
            </svg>
            """,
            side,
            side * size.millimetres(),
            path(symbol)));
  }

  private static String path(QrSymbol symbol) {
    StringBuilder path = new StringBuilder();
    for (DarkRun run : DarkRun.allOf(symbol)) {
      path.append('M')
          .append(run.column() + QrSymbol.QUIET_ZONE)
          .append(' ')
          .append(run.row() + QrSymbol.QUIET_ZONE)
          .append('h')
          .append(run.length())
          .append("v1h-")
          .append(run.length())
          .append('z');
    }
    return path.toString();
  }
}
