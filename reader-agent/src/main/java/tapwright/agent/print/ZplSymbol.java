package tapwright.agent.print;

import java.util.HexFormat;
import tapwright.core.Bytes;
import tapwright.core.qr.QrSymbol;

/**
 * A symbol as a label in Zebra's language, as a graphic field.
 *
 * <p>The printer's own symbol command (^BQ) would choose version and coding anew, and nobody would
 * have read that symbol again; the graphic (^GF, ZPL II Programming Guide) is the one that was.
 */
final class ZplSymbol {

  /** The usual label printer prints 203 dots an inch. */
  private static final double DOTS_PER_MILLIMETRE = 8;

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private ZplSymbol() {}

  static Bytes draw(QrSymbol symbol, ModuleSize size) {
    DotRows rows = new DotRows(symbol, size.dots(DOTS_PER_MILLIMETRE));
    int bytes = rows.bytesPerRow() * rows.dots();
    StringBuilder label = new StringBuilder("^XA\n");
    label.append("^PW").append(rows.dots()).append("^LL").append(rows.dots()).append("^LH0,0\n");
    label.append("^FO0,0^GFA,").append(bytes).append(',').append(bytes).append(',');
    label.append(rows.bytesPerRow()).append(",\n");
    for (int y = 0; y < rows.dots(); y++) {
      label.append(HEX.formatHex(rows.row(y))).append('\n');
    }
    return Bytes.ofUtf8(label.append("^FS\n^XZ\n").toString());
  }
}
