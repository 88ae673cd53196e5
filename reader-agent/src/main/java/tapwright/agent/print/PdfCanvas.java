package tapwright.agent.print;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import tapwright.core.qr.QrSymbol;

/** One page to draw on, in millimetres from its upper left corner. */
final class PdfCanvas implements AutoCloseable {

  /** A point is 1/72 of an inch (ISO 32000-1, section 8.3.2.3). */
  static final double POINTS_PER_MILLIMETRE = 72 / 25.4;

  private final PDPageContentStream content;
  private final double heightMillimetres;

  PdfCanvas(PDDocument document, double widthMillimetres, double heightMillimetres) {
    this.heightMillimetres = heightMillimetres;
    PDPage page = new PDPage(new PDRectangle(points(widthMillimetres), points(heightMillimetres)));
    document.addPage(page);
    this.content = drawn(() -> new PDPageContentStream(document, page));
  }

  /**
   * Draws the symbol with its quiet zone; all modules are one path, so that no viewer shows seams
   * between them.
   */
  void symbol(QrSymbol symbol, double moduleMillimetres, double left, double top) {
    double x = left + QrSymbol.QUIET_ZONE * moduleMillimetres;
    double y = top + QrSymbol.QUIET_ZONE * moduleMillimetres;
    drawn(
        () -> {
          content.setNonStrokingColor(Color.BLACK);
          for (DarkRun run : DarkRun.allOf(symbol)) {
            content.addRect(
                points(x + run.column() * moduleMillimetres),
                fromBelow(y + (run.row() + 1) * moduleMillimetres),
                points(run.length() * moduleMillimetres),
                points(moduleMillimetres));
          }
          content.fill();
          return this;
        });
  }

  /** Writes one line of text; {@code baseline} is where its letters stand. */
  void text(
      PDFont font, double sizePoints, Color colour, double left, double baseline, String text) {
    drawn(
        () -> {
          content.beginText();
          content.setNonStrokingColor(colour);
          content.setFont(font, (float) sizePoints);
          content.newLineAtOffset(points(left), fromBelow(baseline));
          content.showText(text);
          content.endText();
          return this;
        });
  }

  /** Draws a hairline. */
  void line(Color colour, double widthPoints, double x1, double y1, double x2, double y2) {
    drawn(
        () -> {
          content.setStrokingColor(colour);
          content.setLineWidth((float) widthPoints);
          content.moveTo(points(x1), fromBelow(y1));
          content.lineTo(points(x2), fromBelow(y2));
          content.stroke();
          return this;
        });
  }

  @Override
  public void close() {
    drawn(
        () -> {
          content.close();
          return this;
        });
  }

  private float fromBelow(double fromAbove) {
    return points(heightMillimetres - fromAbove);
  }

  private static float points(double millimetres) {
    return (float) (millimetres * POINTS_PER_MILLIMETRE);
  }

  /** Drawing goes to memory, where nothing can fail that is not our own mistake. */
  static <T> T drawn(Drawing<T> drawing) {
    try {
      return drawing.draw();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Something that draws to memory. */
  @FunctionalInterface
  interface Drawing<T> {
    T draw() throws IOException;
  }
}
