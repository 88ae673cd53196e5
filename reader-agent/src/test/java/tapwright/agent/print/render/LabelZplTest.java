package tapwright.agent.print.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.agent.print.Contacts;
import tapwright.agent.print.Labels;
import tapwright.agent.print.Tools;
import tapwright.agent.print.page.FilledMark;
import tapwright.agent.print.page.Frame;
import tapwright.agent.print.page.Ink;
import tapwright.agent.print.page.LabelPage;
import tapwright.agent.print.page.LabelSize;
import tapwright.agent.print.symbol.Resolution;
import tapwright.agent.print.template.Templates;

class LabelZplTest {

  private static final String LINK = "HTTPS://EXAMPLE.COM/Q/7K3M9QX2ZD";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {203, 300, 600})
  @Tag("fonts")
  void draw_graphic_printsTheLabelDotByDot(int dpi) {
    Resolution resolution = new Resolution(dpi);
    LabelPage page = page("parcel-label", Contacts.ALL.get(2), resolution);
    String zpl = LabelZpl.draw(page, resolution, ZplForm.GRAPHIC).toUtf8();
    BufferedImage expected = Raster.draw(page, resolution.dotsPerMillimetre(), Raster.Edges.CRISP);
    assertEquals(List.of(), differences(expected, GraphicFields.printed(zpl)));
    assertTrue(zpl.startsWith("^XA\n") && zpl.endsWith("^XZ\n"), zpl);
  }

  @Test
  void draw_graphicThatIsLargerThanAField_isCutIntoSeveral() {
    Resolution finest = Resolution.OFFICE_PRINTER;
    LabelPage page = page("parcel-label", Contacts.ALL.get(0), finest);
    String zpl = LabelZpl.draw(page, finest, ZplForm.GRAPHIC).toUtf8();
    assertEquals(4, zpl.split("\\^GFA", -1).length - 1);
  }

  @Test
  void draw_largestPage_staysWithinTheCoordinatesOfThePrinter() {
    FilledMark edge = new FilledMark(new Frame(999, 99, 1, 1), Ink.BLACK);
    LabelPage page = new LabelPage(new LabelSize(1000, 100), List.of(edge));
    String zpl = LabelZpl.draw(page, Resolution.OFFICE_PRINTER, ZplForm.GRAPHIC).toUtf8();
    BufferedImage printed = GraphicFields.printed(zpl);
    assertTrue(printed.getWidth() <= 32_000);
    assertEquals(0, printed.getRGB(printed.getWidth() - 1, printed.getHeight() - 1) & 0xFFFFFF);
  }

  @Test
  void draw_graphic_isSmallerThanItsPlainDigits() {
    LabelPage page = page("desk-label", Contacts.ALL.get(0), Resolution.LABEL_PRINTER);
    int size = LabelZpl.draw(page, Resolution.LABEL_PRINTER, ZplForm.GRAPHIC).size();
    assertTrue(size * 3 < 57 * 254 * 2, size + " bytes");
  }

  @Test
  void draw_native_namesTextAndSymbolAsCommands() {
    String zpl = nativeOf(new Contacts("Latin", "Jürgen Groß", "t", "c"));
    assertTrue(zpl.contains("^CI28"), zpl);
    assertTrue(zpl.contains("^FDJürgen Groß^FS"), zpl);
    assertTrue(zpl.contains("^FH^FDHA,HTTPS://EXAMPLE.COM/Q/7K3M9QX2ZD^FS"), zpl);
    assertTrue(zpl.contains("^FDSO-1042^FS"), zpl);
    assertFalse(zpl.contains("^GFA"), zpl);
  }

  @Test
  @Tag("fonts")
  void draw_nativeInAScriptThatThePrinterLacks_drawsThatTextAlone() {
    String zpl = nativeOf(Contacts.ALL.get(2));
    assertTrue(zpl.contains("^FDSO-1042^FS"), zpl);
    assertTrue(zpl.contains("^GFA"), zpl);
    assertFalse(zpl.contains("محمد"), zpl);
  }

  @Test
  void draw_nativeUnderWhatMustBeDrawn_isDrawnToo() {
    Frame ground = new Frame(0, 0, 20, 10);
    FilledMark above = new FilledMark(new Frame(5, 2, 5, 5), Ink.WHITE);
    FilledMark last = new FilledMark(new Frame(0, 12, 20, 1), Ink.BLACK);
    LabelPage page =
        new LabelPage(
            new LabelSize(20, 15), List.of(new FilledMark(ground, Ink.BLACK), above, last));
    String zpl = LabelZpl.draw(page, Resolution.LABEL_PRINTER, ZplForm.NATIVE).toUtf8();
    assertEquals(1, zpl.split("\\^GB", -1).length - 1, zpl);
    BufferedImage printed = GraphicFields.printed(zpl);
    assertTrue(isDark(printed, 8, 8));
    assertFalse(isDark(printed, 60, 32));
  }

  /** ^FD ends at a caret or tilde; ^FH takes them as an underscore and their code. */
  @Test
  void draw_nativeTextWithCommandSigns_isEscaped() {
    Contacts sly = new Contacts("Latin", "A^XZ~HS_B", "t", "c");
    String zpl = nativeOf(sly);
    assertTrue(zpl.contains("^FH^FDA_5EXZ_7EHS_5FB^FS"), zpl);
  }

  /** ^FO and ^FT take 0 to 32000, ^BQ a magnification of 1 to 10, ^A0 a height of 10 to 32000. */
  @ParameterizedTest
  @ValueSource(ints = {203, 300, 600})
  void draw_native_staysWithinTheLimitsOfItsCommands(int dpi) {
    Resolution resolution = new Resolution(dpi);
    LabelPage page = page("parcel-label", Contacts.ALL.get(0), resolution);
    String zpl = LabelZpl.draw(page, resolution, ZplForm.NATIVE).toUtf8();
    assertEquals(List.of(), outside(zpl, "\\^F[OT](\\d+),(\\d+)", 0, 32_000));
    assertEquals(List.of(), outside(zpl, "\\^BQN,2,(\\d+)", 1, 10));
    assertEquals(List.of(), outside(zpl, "\\^A0N,(\\d+)", 10, 32_000));
    assertEquals(List.of(), outside(zpl, "\\^GB(\\d+),(\\d+),(\\d+)", 1, 32_000));
  }

  @Test
  void draw_finerThanAnyLabelPrinter_isADefect() {
    LabelPage page = new LabelPage(new LabelSize(10, 10), List.of());
    Resolution tooFine = new Resolution(1200);
    assertThrows(
        IllegalArgumentException.class, () -> LabelZpl.draw(page, tooFine, ZplForm.GRAPHIC));
  }

  @Test
  @Tag("zbar")
  @Tag("fonts")
  void draw_graphic_isReadByAnotherReader() throws Exception {
    for (Contacts one : Contacts.ALL) {
      LabelPage page = page("desk-label", one, Resolution.LABEL_PRINTER);
      String zpl = LabelZpl.draw(page, Resolution.LABEL_PRINTER, ZplForm.GRAPHIC).toUtf8();
      Path png = folder.resolve("label.png");
      Files.write(png, LabelPng.file(GraphicFields.printed(zpl), 8).toArray());
      assertEquals(List.of(LINK), Tools.symbols(png), one.script());
    }
  }

  private static String nativeOf(Contacts one) {
    LabelPage page = page("desk-label", one, Resolution.LABEL_PRINTER);
    return LabelZpl.draw(page, Resolution.LABEL_PRINTER, ZplForm.NATIVE).toUtf8();
  }

  private static LabelPage page(String template, Contacts one, Resolution resolution) {
    var chosen = Templates.shipped().named("template", template).orThrow();
    return new Labels(chosen, resolution).page(one.content(LINK)).orThrow();
  }

  private static List<Integer> outside(String zpl, String command, int least, int most) {
    return java.util.regex.Pattern.compile(command)
        .matcher(zpl)
        .results()
        .flatMap(
            found ->
                IntStream.rangeClosed(1, found.groupCount())
                    .mapToObj(group -> Integer.valueOf(found.group(group))))
        .filter(value -> value < least || value > most)
        .toList();
  }

  private static List<Integer> differences(BufferedImage one, BufferedImage other) {
    assertEquals(one.getWidth(), other.getWidth());
    assertEquals(one.getHeight(), other.getHeight());
    return IntStream.range(0, one.getWidth() * one.getHeight())
        .filter(
            i ->
                isDark(one, i % one.getWidth(), i / one.getWidth())
                    != isDark(other, i % one.getWidth(), i / one.getWidth()))
        .boxed()
        .toList();
  }

  private static boolean isDark(BufferedImage image, int x, int y) {
    return Ink.lightness(image.getRGB(x, y)) < 128;
  }
}
