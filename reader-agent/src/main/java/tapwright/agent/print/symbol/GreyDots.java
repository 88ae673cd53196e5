package tapwright.agent.print.symbol;

import java.util.Optional;
import tapwright.core.qr.QrReader;

/** A square of dots in greys, and what a camera makes of it. */
final class GreyDots {

  private static final int LIGHTEST = 255;

  private final int side;
  private final int[] lightness;

  GreyDots(int side, int[] lightness) {
    this.side = side;
    this.lightness = lightness;
  }

  int side() {
    return side;
  }

  /** 0 is black, 255 is white; so is everything outside. */
  int at(int x, int y) {
    return x < 0 || y < 0 || x >= side || y >= side ? LIGHTEST : lightness[y * side + x];
  }

  /** What is read wherever the symbol lies. */
  Optional<String> read() {
    return QrReader.read(side, argb());
  }

  /** What is read where the symbol is known to lie straight, with nothing around it. */
  Optional<String> readStraight() {
    return QrReader.readDrawn(side, argb());
  }

  private int[] argb() {
    int[] argb = new int[lightness.length];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = 0xFF000000 | lightness[i] * 0x010101;
    }
    return argb;
  }

  /** Turned about its middle and seen in another size. */
  GreyDots turned(double radians, int newSide, double dotsPerNewDot) {
    int[] turned = new int[newSide * newSide];
    double cos = Math.cos(radians) * dotsPerNewDot;
    double sin = Math.sin(radians) * dotsPerNewDot;
    for (int i = 0; i < turned.length; i++) {
      int row = i / newSide;
      double x = i % newSide - (newSide - 1) / 2.0;
      double y = row - (newSide - 1) / 2.0;
      double middle = (side - 1) / 2.0;
      turned[i] = mixed(middle + x * cos - y * sin, middle + x * sin + y * cos);
    }
    return new GreyDots(newSide, turned);
  }

  /** Each dot mixed with its neighbours so far away, across and down. */
  GreyDots blurred(int radius) {
    return new GreyDots(side, averaged(averaged(lightness, radius), radius));
  }

  /**
   * Rows averaged, and turned to columns, so that the second time does the other direction. The sum
   * moves along with its dot, so that a wide blur takes no longer than a narrow one.
   */
  private int[] averaged(int[] rows, int radius) {
    int[] columns = new int[rows.length];
    for (int y = 0; y < side; y++) {
      int row = y * side;
      int sum = 0;
      for (int near = -radius; near <= radius; near++) {
        sum += rows[row + onRow(near)];
      }
      for (int x = 0; x < side; x++) {
        columns[x * side + y] = sum / (2 * radius + 1);
        sum += rows[row + onRow(x + radius + 1)] - rows[row + onRow(x - radius)];
      }
    }
    return columns;
  }

  private int onRow(int x) {
    return Math.clamp(x, 0, side - 1);
  }

  /** The value between four dots, in proportion to their nearness. */
  private int mixed(double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    double right = x - left;
    double down = y - top;
    double above = at(left, top) * (1 - right) + at(left + 1, top) * right;
    double below = at(left, top + 1) * (1 - right) + at(left + 1, top + 1) * right;
    return (int) Math.round(above * (1 - down) + below * down);
  }
}
