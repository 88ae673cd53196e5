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
    svg.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg");
    attributes(
        "xmlns", "http://www.w3.org/2000/svg",
        "width", width + "mm",
        "height", height + "mm",
        "viewBox", "0 0 " + width + " " + height);
    svg.append(">\n");
    element("rect", "width", width, "height", height, "fill", colour(Ink.WHITE));
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
    element(
        "path",
        "role",
        "img",
        "aria-label",
        text.line().text(),
        "fill",
        colour(text.ink()),
        "d",
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
    String place = number(symbol.place().right()) + " " + number(symbol.place().down());
    element(
        "path",
        "transform",
        "translate(" + place + ") scale(" + number(symbol.module()) + ")",
        "shape-rendering",
        "crispEdges",
        "fill",
        colour(symbol.inks().dark()),
        "d",
        path.toString());
  }

  private void picture(ImageMark mark) {
    element(
        "image",
        "x",
        number(mark.frame().left()),
        "y",
        number(mark.frame().top()),
        "width",
        number(mark.frame().width()),
        "height",
        number(mark.frame().height()),
        "preserveAspectRatio",
        "none",
        "href",
        "data:image/png;base64," + Base64.getEncoder().encodeToString(png(mark)));
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
    element(
        "rect",
        "x",
        number(frame.left()),
        "y",
        number(frame.top()),
        "width",
        number(frame.width()),
        "height",
        number(frame.height()),
        "fill",
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

  private void element(String name, String... namesAndValues) {
    svg.append('<').append(name);
    attributes(namesAndValues);
    svg.append("/>\n");
  }

  private void attributes(String... namesAndValues) {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      svg.append(' ').append(namesAndValues[i]);
      svg.append("=\"").append(Xml.escaped(namesAndValues[i + 1])).append('"');
    }
  }
}
