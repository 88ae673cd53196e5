package tapwright.agent.print.render;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
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
  private final StringBuilder operators = new StringBuilder();

  PdfContent(double heightMillimetres, PdfFaces faces, PdfImages images) {
    this.heightMillimetres = heightMillimetres;
    this.faces = faces;
    this.images = images;
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
        operator("f");
      }
    }
  }

  private void text(TextMark text) throws IOException {
    colour(text.ink());
    operator("BT");
    for (GlyphRun run : text.line().runs()) {
      PdfFace face = faces.of(run.face());
      operator("/" + face.name(), number(points(text.line().size())), "Tf");
      for (Cluster cluster : run.clusters()) {
        cluster(text, face, cluster);
      }
    }
    operator("ET");
  }

  /** Where the font alone does not tell what the glyphs mean, the page does (section 14.9.4). */
  private void cluster(TextMark text, PdfFace face, Cluster cluster) throws IOException {
    boolean plain = face.use(cluster);
    if (!plain) {
      operator("/Span<</ActualText<FEFF" + ToUnicode.utf16(cluster.text()) + ">>>", "BDC");
    }
    double size = text.line().size();
    for (PlacedGlyph glyph : face.byRightEdge(cluster.glyphs())) {
      operator(
          "1 0 0 1",
          number(points(text.left() + glyph.right() * size)),
          number(fromBelow(text.baseline() + glyph.down() * size)),
          "Tm");
      operator("<" + ToUnicode.code(glyph.id()) + ">", "Tj");
    }
    if (!plain) {
      operator("EMC");
    }
  }

  /** All modules are one path, so that no viewer shows seams between them. */
  private void symbol(SymbolMark symbol) {
    colour(symbol.inks().light());
    rectangle(symbol.frame());
    operator("f");
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
    operator("f");
  }

  private void picture(ImageMark mark) throws IOException {
    String name = images.nameOf(mark.picture());
    Frame frame = mark.frame();
    operator("q");
    operator(
        number(points(frame.width())),
        "0 0",
        number(points(frame.height())),
        number(points(frame.left())),
        number(fromBelow(frame.bottom())),
        "cm");
    operator("/" + name, "Do");
    operator("Q");
  }

  private void rectangle(Frame frame) {
    operator(
        number(points(frame.left())),
        number(fromBelow(frame.bottom())),
        number(points(frame.width())),
        number(points(frame.height())),
        "re");
  }

  private void colour(Ink ink) {
    operator(
        number(ink.red() / 255.0), number(ink.green() / 255.0), number(ink.blue() / 255.0), "rg");
  }

  private double fromBelow(double fromAbove) {
    return points(heightMillimetres - fromAbove);
  }

  static double points(double millimetres) {
    return millimetres / SizeRange.MILLIMETRES_PER_POINT;
  }

  /** A thousandth of a point is finer than any printer. */
  static String number(double value) {
    long thousandths = Math.round(value * 1000);
    return thousandths % 1000 == 0
        ? Long.toString(thousandths / 1000)
        : String.format(Locale.ROOT, "%.3f", thousandths / 1000.0);
  }

  /** Operands, and the operator behind them. */
  private void operator(String... words) {
    operators.append(String.join(" ", words)).append('\n');
  }
}
