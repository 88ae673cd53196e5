package tapwright.agent.print;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import tapwright.agent.print.page.LabelPage;
import tapwright.agent.print.page.Picture;
import tapwright.agent.print.render.LabelPng;
import tapwright.agent.print.render.Raster;
import tapwright.agent.print.symbol.Resolution;
import tapwright.agent.print.template.LabelContent;
import tapwright.agent.print.template.LabelField;
import tapwright.agent.print.template.LabelTemplate;
import tapwright.core.Bytes;
import tapwright.core.Checked;

/** What a template looks like, with a sample of each field. */
public final class TemplatePreview {

  /** What the symbol is drawn for, so that the preview is what a label printer prints. */
  private static final Resolution PRINTER = Resolution.CARD_PRINTER;

  private static final double MARGIN = 3;

  /** ISO/IEC 7810, section 5: the corners of ID-1 are rounded by 3.18 mm. */
  private static final double CARD_CORNER = 3.18;

  /** What labels usually have. */
  private static final double LABEL_CORNER = 1.5;

  private static final int LOGO = 360;
  private static final Color LOGO_COLOUR = new Color(0x0B5CAD);
  private static final Color GROUND = new Color(0xE6E9ED);
  private static final Color EDGE = new Color(0xB8BFC7);

  private TemplatePreview() {}

  /** A sample person's card. */
  public static LabelContent sample() {
    return LabelContent.of("HTTPS://TAP.EXAMPLE.COM/Q/7K3M9QX2ZD")
        .with(
            LabelField.CONTACT,
            "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Amira Example\r\nEMAIL:amira@example.com\r\n"
                + "END:VCARD\r\n")
        .with(LabelField.NAME, "Amira Example")
        .with(LabelField.TITLE, "Head of Partnerships")
        .with(LabelField.COMPANY, "Example Trading Company")
        .with(LabelField.ORDER, "SO-10482")
        .with(LabelField.CARD_ID, "7K3M9QX2ZD")
        .withLogo(sampleLogo());
  }

  /** Three rings, as a sender's waves. */
  private static Picture sampleLogo() {
    BufferedImage image = new BufferedImage(LOGO, LOGO, BufferedImage.TYPE_INT_ARGB);
    Graphics2D drawing = image.createGraphics();
    drawing.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    drawing.setColor(LOGO_COLOUR);
    for (int ring = 0; ring < 3; ring++) {
      int inset = ring * LOGO / 6;
      drawing.setStroke(new BasicStroke(LOGO / 12f));
      drawing.drawOval(
          LOGO / 20 + inset,
          LOGO / 20 + inset,
          LOGO * 9 / 10 - 2 * inset,
          LOGO * 9 / 10 - 2 * inset);
    }
    drawing.dispose();
    return Picture.of(image);
  }

  /** A picture of one label on a ground that shows its edges. */
  public static Checked<Bytes> png(LabelTemplate template) {
    return new Labels(template, PRINTER).page(sample()).map(page -> framed(page, corner(template)));
  }

  private static double corner(LabelTemplate template) {
    return template.stock().id().equals("cr80") ? CARD_CORNER : LABEL_CORNER;
  }

  private static Bytes framed(LabelPage page, double corner) {
    double dots = PRINTER.dotsPerMillimetre();
    BufferedImage label = Raster.draw(page, dots, Raster.Edges.SMOOTH);
    int margin = (int) Math.round(MARGIN * dots);
    BufferedImage ground =
        new BufferedImage(
            label.getWidth() + 2 * margin,
            label.getHeight() + 2 * margin,
            BufferedImage.TYPE_INT_RGB);
    Graphics2D drawing = ground.createGraphics();
    drawing.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    drawing.setColor(GROUND);
    drawing.fillRect(0, 0, ground.getWidth(), ground.getHeight());
    RoundRectangle2D edge =
        new RoundRectangle2D.Double(
            margin,
            margin,
            label.getWidth(),
            label.getHeight(),
            2 * corner * dots,
            2 * corner * dots);
    drawing.setClip(edge);
    drawing.drawImage(label, margin, margin, null);
    drawing.setClip(null);
    drawing.setColor(EDGE);
    drawing.setStroke(new BasicStroke(2));
    drawing.draw(edge);
    drawing.dispose();
    return LabelPng.file(ground, dots);
  }
}
