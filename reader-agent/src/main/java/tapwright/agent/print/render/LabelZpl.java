package tapwright.agent.print.render;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import tapwright.agent.print.page.LabelPage;
import tapwright.agent.print.page.Mark;
import tapwright.agent.print.symbol.Resolution;
import tapwright.core.Bytes;

/**
 * A drawn label in Zebra's language (ZPL II Programming Guide).
 *
 * <p>^PW, ^LL and ^FO take up to 32,000 dots; the largest page at 600 dots an inch has 23,622.
 */
public final class LabelZpl {

  /** The finest head that label printers have. */
  public static final int MOST_DOTS_PER_INCH = 600;

  private LabelZpl() {}

  /** One format, from ^XA to ^XZ. */
  public static Bytes draw(LabelPage page, Resolution resolution, ZplForm form) {
    if (resolution.dotsPerInch() > MOST_DOTS_PER_INCH) {
      throw new IllegalArgumentException(
          "resolution is " + resolution + ", allowed are up to " + MOST_DOTS_PER_INCH);
    }
    return switch (form) {
      case GRAPHIC -> format(page, resolution, List.of());
      case NATIVE -> nativeFormat(page, resolution);
    };
  }

  /**
   * A printer carries out commands over the picture that came before them; so only what lies above
   * all that must be drawn can be a command.
   */
  private static Bytes nativeFormat(LabelPage page, Resolution resolution) {
    List<Mark> marks = page.marks();
    List<Optional<String>> commands = marks.stream().map(new ZplFields(resolution)::of).toList();
    int behind = marks.size();
    while (behind > 0 && commands.get(behind - 1).isPresent()) {
      behind--;
    }
    return format(
        new LabelPage(page.size(), marks.subList(0, behind)),
        resolution,
        commands.stream().skip(behind).flatMap(Optional::stream).toList());
  }

  private static Bytes format(LabelPage page, Resolution resolution, List<String> commands) {
    BufferedImage image = Raster.draw(page, resolution.dotsPerMillimetre(), Raster.Edges.CRISP);
    StringBuilder zpl = new StringBuilder("^XA\n^CI28\n");
    zpl.append("^PW").append(image.getWidth()).append("^LL").append(image.getHeight());
    zpl.append("^LH0,0^LS0^PON\n");
    if (!page.marks().isEmpty()) {
      zpl.append(ZplGraphic.fields(new DotRows(image)));
    }
    commands.forEach(command -> zpl.append(command).append('\n'));
    return Bytes.ofUtf8(zpl.append("^XZ\n").toString());
  }
}
