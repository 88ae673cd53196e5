package tapwright.agent.print.render;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDResources;
import tapwright.agent.print.page.DarkRun;
import tapwright.agent.print.page.FilledMark;
import tapwright.agent.print.page.Frame;
import tapwright.agent.print.page.ImageMark;
import tapwright.agent.print.page.Ink;
import tapwright.agent.print.page.Mark;
import tapwright.agent.print.page.SymbolMark;
import tapwright.agent.print.page.TextMark;
import tapwright.agent.print.text.Cluster;
import tapwright.agent.print.text.GlyphRun;
import tapwright.agent.print.text.PlacedGlyph;
import tapwright.agent.print.text.SizeRange;

/**
 * What one page of a PDF file draws, as operators (ISO 32000-1, annex A).
 *
 * <p>Glyphs are named by their numbers in the font, as shaping chose them, which PDFBox's own
 * content stream cannot: it takes text and would choose them anew, unshaped.
 */
final class PdfContent {

  private final double heightMillimetres;
  private final PdfFaces faces;
  private final PdfImages images;
  private final PDResources resources = new PDResources();
  private final StringBuilder operators = new StringBuilder();

  PdfContent(double heightMillimetres, PdfFaces faces, PdfImages images) {
    this.heightMillimetres = heightMillimetres;
    this.faces = faces;
    this.images = images;
  }

  PDResources resources() {
    return resources;
  }

  byte[] bytes() {
    return operators.toString().getBytes(StandardCharsets.US_ASCII);
  }

  void draw(Mark mark) throws IOException {
    switch (mark) {
      case TextMark text -> text(text);
      case SymbolMark symbol -> symbol(symbol);
      case ImageMark picture -> picture(picture);
      case FilledMark filled -> {
        colour(filled.ink());
        rectangle(filled.frame());
        write("f\n");
      }
    }
  }

  private void text(TextMark text) throws IOException {
    colour(text.ink());
    write("BT\n");
    for (GlyphRun run : text.line().runs()) {
      PdfFace face = faces.of(run.face());
      String name = resources.add(face.font()).getName();
      write("/%s %s Tf\n", name, number(points(text.line().size())));
      for (Cluster cluster : run.clusters()) {
        cluster(text, face, cluster);
      }
    }
    write("ET\n");
  }

  /** Where the font alone does not tell what the glyphs mean, the page does (section 14.9.4). */
  private void cluster(TextMark text, PdfFace face, Cluster cluster) throws IOException {
    boolean plain = face.use(cluster);
    if (!plain) {
      write("/Span<</ActualText<FEFF%s>>>BDC\n", ToUnicode.utf16(cluster.text()));
    }
    double size = text.line().size();
    for (PlacedGlyph glyph : face.byRightEdge(cluster.glyphs())) {
      write(
          "1 0 0 1 %s %s Tm<%04X>Tj\n",
          number(points(text.left() + glyph.right() * size)),
          number(fromBelow(text.baseline() + glyph.down() * size)),
          glyph.id());
    }
    if (!plain) {
      write("EMC\n");
    }
  }

  /** All modules are one path, so that no viewer shows seams between them. */
  private void symbol(SymbolMark symbol) {
    colour(symbol.inks().light());
    rectangle(symbol.frame());
    write("f\n");
    colour(symbol.inks().dark());
    double module = symbol.module();
    for (DarkRun run : symbol.darkRuns()) {
      rectangle(
          new Frame(
              symbol.place().right() + run.column() * module,
              symbol.place().down() + run.row() * module,
              run.length() * module,
              module));
    }
    write("f\n");
  }

  private void picture(ImageMark mark) throws IOException {
    COSName name = resources.add(images.of(mark.picture()));
    Frame frame = mark.frame();
    write(
        "q %s 0 0 %s %s %s cm/%s Do Q\n",
        number(points(frame.width())),
        number(points(frame.height())),
        number(points(frame.left())),
        number(fromBelow(frame.bottom())),
        name.getName());
  }

  private void rectangle(Frame frame) {
    write(
        "%s %s %s %s re\n",
        number(points(frame.left())),
        number(fromBelow(frame.bottom())),
        number(points(frame.width())),
        number(points(frame.height())));
  }

  private void colour(Ink ink) {
    write(
        "%s %s %s rg\n",
        number(ink.red() / 255.0), number(ink.green() / 255.0), number(ink.blue() / 255.0));
  }

  private double fromBelow(double fromAbove) {
    return points(heightMillimetres - fromAbove);
  }

  static double points(double millimetres) {
    return millimetres / SizeRange.MILLIMETRES_PER_POINT;
  }

  /** A thousandth of a point is finer than any printer. */
  private static String number(double value) {
    long thousandths = Math.round(value * 1000);
    return thousandths % 1000 == 0
        ? Long.toString(thousandths / 1000)
        : String.format(Locale.ROOT, "%.3f", thousandths / 1000.0);
  }

  private void write(String format, Object... values) {
    operators.append(String.format(Locale.ROOT, format, values));
  }
}
