package tapwright.agent.print.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import tapwright.agent.print.page.DarkRun;
import tapwright.agent.print.page.FilledMark;
import tapwright.agent.print.page.Frame;
import tapwright.agent.print.page.ImageMark;
import tapwright.agent.print.page.Ink;
import tapwright.agent.print.page.LabelPage;
import tapwright.agent.print.page.Mark;
import tapwright.agent.print.page.SymbolMark;
import tapwright.agent.print.page.TextMark;

/** A drawn label as dots. Edges of symbols and rectangles lie between dots, never on one. */
public final class Raster {

  private final double dotsPerMillimetre;
  private final BufferedImage image;
  private final Graphics2D drawing;

  private Raster(LabelPage page, double dotsPerMillimetre, Edges edges) {
    this.dotsPerMillimetre = dotsPerMillimetre;
    this.image =
        new BufferedImage(
            Math.max(1, dots(page.size().width())),
            Math.max(1, dots(page.size().height())),
            BufferedImage.TYPE_INT_RGB);
    this.drawing = image.createGraphics();
    drawing.setRenderingHint(RenderingHints.KEY_ANTIALIASING, edges.hint());
    drawing.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  /** How the edges of letters are drawn. */
  public enum Edges {
    /** In greys, as screens and finer printers like them. */
    SMOOTH,
    /** Each dot black or white, as label printers print them. */
    CRISP;

    private Object hint() {
      return switch (this) {
        case SMOOTH -> RenderingHints.VALUE_ANTIALIAS_ON;
        case CRISP -> RenderingHints.VALUE_ANTIALIAS_OFF;
      };
    }
  }

  /** The page on white, without an alpha channel. */
  public static BufferedImage draw(LabelPage page, double dotsPerMillimetre, Edges edges) {
    Raster raster = new Raster(page, dotsPerMillimetre, edges);
    raster.drawing.setColor(Color.WHITE);
    raster.drawing.fillRect(0, 0, raster.image.getWidth(), raster.image.getHeight());
    page.marks().forEach(raster::draw);
    raster.drawing.dispose();
    return raster.image;
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
    AffineTransform place = AffineTransform.getScaleInstance(dotsPerMillimetre, dotsPerMillimetre);
    place.translate(text.left(), text.baseline());
    drawing.setColor(new Color(text.ink().rgb()));
    drawing.fill(place.createTransformedShape(text.line().outline()));
  }

  private void symbol(SymbolMark symbol) {
    fill(symbol.frame(), symbol.inks().light());
    double module = symbol.module();
    for (DarkRun run : symbol.darkRuns()) {
      fill(
          new Frame(
              symbol.place().right() + run.column() * module,
              symbol.place().down() + run.row() * module,
              run.length() * module,
              module),
          symbol.inks().dark());
    }
  }

  private void picture(ImageMark mark) {
    int left = dots(mark.frame().left());
    int top = dots(mark.frame().top());
    int width = Math.max(1, dots(mark.frame().right()) - left);
    int height = Math.max(1, dots(mark.frame().bottom()) - top);
    drawing.drawImage(mark.picture().image(width, height), left, top, null);
  }

  /** Even the thinnest line is a dot wide. */
  private void fill(Frame frame, Ink ink) {
    int left = dots(frame.left());
    int top = dots(frame.top());
    int width = Math.max(1, dots(frame.right()) - left);
    int height = Math.max(1, dots(frame.bottom()) - top);
    drawing.setColor(new Color(ink.rgb()));
    drawing.fillRect(left, top, width, height);
  }

  private int dots(double millimetres) {
    return (int) Math.round(millimetres * dotsPerMillimetre);
  }
}
