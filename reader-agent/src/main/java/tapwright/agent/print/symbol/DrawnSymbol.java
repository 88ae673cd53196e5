package tapwright.agent.print.symbol;

import java.awt.image.BufferedImage;
import tapwright.agent.print.page.Ink;

/** A symbol as it is going to be printed, cut out of its page with its quiet zone. */
public final class DrawnSymbol {

  private final int modules;
  private final GreyDots dots;

  private DrawnSymbol(int modules, GreyDots dots) {
    this.modules = modules;
    this.dots = dots;
  }

  /**
   * The symbol in a picture of nothing else.
   *
   * @param square as wide as it is high
   * @param modules modules on each side, quiet zone and all
   */
  public static DrawnSymbol in(BufferedImage square, int modules) {
    int side = square.getWidth();
    if (side != square.getHeight() || side < modules) {
      throw new IllegalArgumentException(
          "the picture is %d by %d dots, allowed is a square of %d and more"
              .formatted(side, square.getHeight(), modules));
    }
    int[] lightness = rgb(square);
    for (int i = 0; i < lightness.length; i++) {
      lightness[i] = Ink.lightness(lightness[i]);
    }
    return new DrawnSymbol(modules, new GreyDots(side, lightness));
  }

  /** As they lie in memory where they lie there as numbers, which takes a tenth of the time. */
  private static int[] rgb(BufferedImage square) {
    int side = square.getWidth();
    return square.getType() == BufferedImage.TYPE_INT_RGB
        ? (int[]) square.getRaster().getDataElements(0, 0, side, side, null)
        : square.getRGB(0, 0, side, side, null, 0, side);
  }

  int modules() {
    return modules;
  }

  /** Dots on each side. */
  int side() {
    return dots.side();
  }

  double dotsPerModule() {
    return (double) side() / modules;
  }

  GreyDots dots() {
    return dots;
  }
}
