package tapwright.agent.print;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.qr.QrSymbol;

/** The forms in which one symbol can be had as a file. */
public enum SymbolFormat {
  PNG,
  SVG,
  PDF,
  ZPL;

  /** The form that the end of a file's name asks for; {@code field} names it in the refusal. */
  public static Checked<SymbolFormat> ofFileName(String field, String fileName) {
    String lower = fileName.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(format -> lower.endsWith(format.suffix()))
        .findFirst()
        .map(Checked::passed)
        .orElseGet(
            () ->
                Checked.refused(
                    PrintRefusal.FILE_SUFFIX.with(
                        "field", field, "seen", fileName, "allowed", suffixes())));
  }

  /** The symbol with its quiet zone, ready to be written to a file. */
  public Bytes draw(QrSymbol symbol, ModuleSize size) {
    return switch (this) {
      case PNG -> PngSymbol.draw(symbol, size);
      case SVG -> SvgSymbol.draw(symbol, size);
      case PDF -> PdfSymbol.draw(symbol, size);
      case ZPL -> ZplSymbol.draw(symbol, size);
    };
  }

  private String suffix() {
    return "." + name().toLowerCase(Locale.ROOT);
  }

  private static String suffixes() {
    return Arrays.stream(values()).map(SymbolFormat::suffix).collect(Collectors.joining(", "));
  }
}
