package tapwright.agent.print.render;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Locale;
import javax.imageio.ImageIO;
import tapwright.agent.print.page.DarkRun;
import tapwright.agent.print.page.FilledMark;
import tapwright.agent.print.page.Frame;
import tapwright.agent.print.page.ImageMark;
import tapwright.agent.print.page.Ink;
import tapwright.agent.print.page.LabelPage;
import tapwright.agent.print.page.Mark;
import tapwright.agent.print.page.SymbolMark;
import tapwright.agent.print.page.TextMark;
import tapwright.core.Bytes;

/**
 * A drawn label as an SVG drawing in millimetres; letters are outlines, so that no font is needed
 * to see it, and each line's text is its label, so that it can still be read out.
 */
public final class LabelSvg {

  private final StringBuilder svg = new StringBuilder();

  private LabelSvg() {}

  public static Bytes draw(LabelPage page) {
    LabelSvg drawing = new LabelSvg();
    drawing.head(page);
    page.marks().forEach(drawing::draw);
    return Bytes.ofUtf8(drawing.svg.append("</svg>\n").toString());
  }

  private void head(LabelPage page) {
    String width = number(page.size().width());
    String height = number(page.size().height());
    line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    line(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%smm\" height=\"%smm\" viewBox=\"0 0 %s %s\">",
        width, height, width, height);
    line("<rect width=\"%s\" height=\"%s\" fill=\"#ffffff\"/>", width, height);
  }

  private void draw(Mark mark) {
    switch (mark) {
      case TextMark text -> text(text);
      case SymbolMark symbol -> symbol(symbol);
      case ImageMark picture -> picture(picture);
      case FilledMark filled -> fill(filled.frame(), filled.ink());
    }
  }

  private void text(TextMark text) {
    AffineTransform place = AffineTransform.getTranslateInstance(text.left(), text.baseline());
    line(
        "<path role=\"img\" aria-label=\"%s\" fill=\"%s\" d=\"%s\"/>",
        Xml.escaped(text.line().text()),
        colour(text.ink()),
        path(place.createTransformedShape(text.line().outline())));
  }

  /** One path for all modules, so that no viewer shows seams between them. */
  private void symbol(SymbolMark symbol) {
    fill(symbol.frame(), symbol.inks().light());
    StringBuilder path = new StringBuilder();
    for (DarkRun run : symbol.darkRuns()) {
      path.append('M').append(run.column()).append(' ').append(run.row());
      path.append('h').append(run.length()).append("v1h-").append(run.length()).append('z');
    }
    line(
        "<path transform=\"translate(%s %s) scale(%s)\" shape-rendering=\"crispEdges\" fill=\"%s\" d=\"%s\"/>",
        number(symbol.place().right()),
        number(symbol.place().down()),
        number(symbol.module()),
        colour(symbol.inks().dark()),
        path);
  }

  private void picture(ImageMark mark) {
    line(
        "<image x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" preserveAspectRatio=\"none\" href=\"data:image/png;base64,%s\"/>",
        number(mark.frame().left()),
        number(mark.frame().top()),
        number(mark.frame().width()),
        number(mark.frame().height()),
        Base64.getEncoder().encodeToString(png(mark)));
  }

  private static byte[] png(ImageMark mark) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      ImageIO.write(mark.picture().image(), "png", file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  private void fill(Frame frame, Ink ink) {
    line(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>",
        number(frame.left()),
        number(frame.top()),
        number(frame.width()),
        number(frame.height()),
        colour(ink));
  }

  private static String path(Shape shape) {
    StringBuilder path = new StringBuilder();
    double[] at = new double[6];
    for (PathIterator step = shape.getPathIterator(null); !step.isDone(); step.next()) {
      int kind = step.currentSegment(at);
      path.append("MLQCZ".charAt(kind));
      // Two numbers each for moves and lines, four and six for curves, none to close.
      for (int i = 0; i < (kind == PathIterator.SEG_CLOSE ? 0 : 2 * Math.max(1, kind)); i++) {
        path.append(i == 0 ? "" : " ").append(number(at[i]));
      }
    }
    return path.toString();
  }

  private static String colour(Ink ink) {
    return String.format(Locale.ROOT, "#%06x", ink.rgb());
  }

  /** A thousandth of a millimetre is finer than any printer. */
  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.3f", value);
    return text.replaceFirst("\\.?0+$", "");
  }

  private void line(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
