package tapwright.agent.print.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.agent.print.Tools;
import tapwright.agent.print.symbol.ModuleSize;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.qr.Correction;
import tapwright.core.qr.QrReader;
import tapwright.core.qr.QrSymbol;

class LabelFormTest {

  private static final String LINK = "HTTPS://EXAMPLE.COM/Q/0123456789";
  private static final QrSymbol SYMBOL = QrSymbol.of(LINK, Correction.MEDIUM).orThrow();

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"a.png, PNG", "A.SVG, SVG", "x/y.pdf, PDF", "label.zpl, ZPL"})
  void ofFileName_knownSuffix_isTheFormat(String name, LabelForm format) {
    assertEquals(Checked.passed(format), LabelForm.ofFileName("--out", name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.jpg", "a", "png", ""})
  void ofFileName_unknownSuffix_isRefusedWithTheKnownOnes(String name) {
    if (LabelForm.ofFileName("--out", name)
        instanceof Checked.Refused<LabelForm>(Refusal refusal)) {
      assertEquals(
          "--out is '" + name + "'; allowed are names that end in .png, .svg, .pdf, .zpl",
          refusal.message());
    } else {
      throw new AssertionError("not refused: " + name);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.24, 10.01, -1, Double.NaN})
  void moduleSize_outsideTheRange_isRefused(double millimetres) {
    assertTrue(ModuleSize.of("--module", millimetres) instanceof Checked.Refused);
    assertThrows(IllegalArgumentException.class, () -> new ModuleSize(millimetres));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.25, 0.5, 1.3, 10})
  void png_anyModuleSize_hasWholePixelsAndIsReadBack(double millimetres) throws IOException {
    Bytes png = LabelForm.PNG.draw(SYMBOL, new ModuleSize(millimetres));
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png.toArray()));
    assertEquals(0, image.getWidth() % SYMBOL.sizeWithQuietZone());
    assertEquals(image.getWidth(), image.getHeight());
    assertEquals(Optional.of(LINK), read(image));
  }

  @Test
  void svg_symbol_isOnePathOfModules() {
    String svg = LabelForm.SVG.draw(SYMBOL, new ModuleSize(0.5)).toUtf8();
    assertTrue(svg.contains("width=\"16.5mm\" height=\"16.5mm\" viewBox=\"0 0 16.5 16.5\""), svg);
    assertTrue(svg.contains("d=\"M4 4h7v1h-7z"), svg);
  }

  @Test
  void zpl_graphic_isTheSymbolDotByDot() {
    String zpl = LabelForm.ZPL.draw(SYMBOL, new ModuleSize(0.5)).toUtf8();
    BufferedImage printed = GraphicFields.printed(zpl);
    assertEquals(33 * 4, printed.getWidth());
    assertEquals(Optional.of(LINK), read(printed));
  }

  @ParameterizedTest
  @ValueSource(strings = {LINK, "Jürgen 张伟 🚀", "https://example.com/a?b=c"})
  @Tag("poppler")
  @Tag("zbar")
  void pdfAndPng_symbol_isReadByAnotherReader(String text) throws Exception {
    QrSymbol symbol = QrSymbol.of(text, Correction.MEDIUM).orThrow();
    Path png = folder.resolve("symbol.png");
    Path pdf = folder.resolve("symbol.pdf");
    Files.write(png, LabelForm.PNG.draw(symbol, ModuleSize.USUAL).toArray());
    Files.write(pdf, LabelForm.PDF.draw(symbol, ModuleSize.USUAL).toArray());
    assertEquals(List.of(text), Tools.symbols(png));
    assertEquals(List.of(text), Tools.symbols(Tools.pages(pdf, 300).getFirst()));
  }

  private static Optional<String> read(BufferedImage image) {
    int width = image.getWidth();
    int[] argb = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
    return QrReader.read(width, argb);
  }
}
